package havn;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import havn.kernel.secret.Randomness;
import havn.seal.AgeFile;
import havn.seal.AgeIdentity;
import havn.seal.EpochSeal;
import havn.seal.FrameCipher;
import havn.seal.GrantPlaintext;
import havn.seal.Plaintext;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/// The house rules of the server, checked on every build. The rooms and floors are drawn in
/// `docs/architecture.md`; a new room is added there and here.
class HouseRulesTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(place -> !place.contains("package-info"))
          .importPackages("havn");

  /// What people wrote: everything but the classes generated from the proto files.
  private static final JavaClasses WRITTEN =
      HOUSE.that(DescribedPredicate.not(resideInAPackage("havn.wire.v1..")));

  /// Rooms next door to a feature: stores, and providers behind a port.
  private static final String[] STORES = {
    "havn.*.redis..",
    "havn.*.postgres..",
    "havn.channel.simulator..",
    "havn.channel.adapter..",
    "havn.channel.sveve..",
    "havn.channel.twilio..",
    "havn.channel.whatsapp..",
    "havn.channel.smpp.."
  };

  private static final DescribedPredicate<JavaClass> FEATURES =
      resideInAnyPackage(
              rooms(
                  "service",
                  "hours",
                  "staff",
                  "login",
                  "shift",
                  "task",
                  "notes",
                  "duty",
                  "alarm",
                  "danger",
                  "admission",
                  "visit",
                  "line",
                  "matching",
                  "conversation",
                  "delivery",
                  "handover",
                  "letters",
                  "transcript",
                  "outreach",
                  "courtesy",
                  "channel",
                  "reminder",
                  "correspondence",
                  "referral",
                  "safeguarding",
                  "figures",
                  "field",
                  "journal",
                  "retention"))
          .and(DescribedPredicate.not(resideInAnyPackage(STORES)));

  @Test
  void roomsFormNoCycle() {
    slices().matching("havn.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void floorsLookDownOnly() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("havn..")
        .ensureAllClassesAreContainedInArchitecture()
        .withOptionalLayers(true)
        .layer("kernel")
        .definedBy("havn.kernel..")
        .layer("contract")
        .definedBy("havn.wire..", "havn.seal..")
        .layer("features")
        .definedBy(FEATURES)
        .layer("platform")
        .definedBy(
            rooms("redis", "postgres", "config", "telemetry", "lifecycle", "embedded", "cluster"))
        .layer("stores")
        .definedBy(STORES)
        .layer("edges")
        .definedBy(rooms("http", "gateway", "publichttp", "deskhttp", "channelhttp", "management"))
        .layer("entrance")
        .definedBy(rooms("boot", "cli", "demo"))
        .whereLayer("entrance")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("edges")
        .mayOnlyBeAccessedByLayers("entrance")
        .whereLayer("stores")
        .mayOnlyBeAccessedByLayers("entrance")
        .whereLayer("platform")
        .mayOnlyBeAccessedByLayers("stores", "edges", "entrance")
        .whereLayer("features")
        .mayOnlyBeAccessedByLayers("stores", "edges", "entrance")
        .whereLayer("contract")
        .mayOnlyAccessLayers("kernel")
        .whereLayer("features")
        .mayOnlyAccessLayers("kernel", "contract")
        .check(HOUSE);
  }

  @Test
  void featuresKnowOnlyFutureOfVertx() {
    noClasses()
        .that(FEATURES)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.vertx..", "io.netty..", "io.lettuce..", "org.bouncycastle..")
                .and(DescribedPredicate.not(type(Future.class))))
        .check(HOUSE);
  }

  @Test
  void kernelKnowsOnlyTheJdk() {
    classes()
        .that()
        .resideInAPackage("havn.kernel..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "havn.kernel..", "org.jspecify..")
        .check(HOUSE);
  }

  @Test
  void storesStayPrivate() {
    classes()
        .that()
        .resideInAnyPackage(STORES)
        .and()
        .areTopLevelClasses()
        .and()
        .haveSimpleNameNotEndingWith("Stores")
        .and()
        .haveSimpleNameNotEndingWith("Channel")
        .and()
        .haveSimpleNameNotEndingWith("Hook")
        .and()
        .resideOutsideOfPackage("havn.channel.adapter")
        .should()
        .notBePublic()
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void timeHasOneSource() {
    noClasses()
        .that()
        .resideOutsideOfPackage("havn.kernel.time")
        .should()
        .callMethodWhere(
            target(owner(resideInAPackage("java.time")))
                .and(target(name("now")))
                .and(noArguments()))
        .orShould()
        .callMethodWhere(
            target(nameMatching("system.*")).and(target(owner(name("java.time.Clock")))))
        .orShould()
        .callMethodWhere(
            target(nameMatching("system.*")).and(target(owner(name("java.time.InstantSource")))))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callConstructor(Date.class)
        .check(WRITTEN);
  }

  @Test
  void randomnessHasOneSource() {
    noClasses()
        .that(DescribedPredicate.not(equivalentTo(Randomness.class)))
        .should()
        .callConstructor(SecureRandom.class)
        .orShould()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .check(WRITTEN);
  }

  @Test
  void nobodyBlocksAnEventLoop() {
    noClasses()
        .that(
            DescribedPredicate.not(
                resideInAnyPackage(
                    rooms("boot", "lifecycle", "embedded", "cli", "demo", "channel.smpp"))))
        .should()
        .callMethodWhere(target(name("await")).and(target(owner(type(Future.class)))))
        .orShould()
        .callMethodWhere(
            target(nameMatching("join|get"))
                .and(target(owner(name("java.util.concurrent.CompletableFuture")))))
        .orShould()
        .callMethodWhere(
            target(name("await")).and(target(owner(resideInAPackage("java.util.concurrent..")))))
        .orShould()
        .callMethodWhere(target(name("sleep")).and(target(owner(type(Thread.class)))))
        .orShould()
        .callMethodWhere(target(name("waitFor")).and(target(owner(type(Process.class)))))
        .check(WRITTEN);
  }

  @Test
  void stagesComeHomeToTheirContext() {
    noClasses()
        .should()
        .callMethod(Future.class, "fromCompletionStage", CompletionStage.class)
        .check(HOUSE);
  }

  /// What only ever passes the server sealed cannot be opened by it: outside the room of plain
  /// channels and the command for files, nobody can even name what opens.
  @Test
  void onlyChannelsAndTheSealCommandCanHoldPlainText() {
    noClasses()
        .that(
            DescribedPredicate.not(
                resideInAnyPackage("havn.seal..", "havn.cli.seal..", "havn.channel..")))
        .should()
        .dependOnClassesThat(
            equivalentTo(AgeFile.class)
                .or(equivalentTo(AgeIdentity.class))
                .or(equivalentTo(EpochSeal.class))
                .or(equivalentTo(FrameCipher.class))
                .or(equivalentTo(GrantPlaintext.class))
                .or(equivalentTo(Plaintext.class)))
        .orShould()
        .dependOnClassesThat(resideInAnyPackage("javax.crypto..", "org.bouncycastle.."))
        .check(WRITTEN);
  }

  /// Who writes to visitors and staff elsewhere cannot even name a number or a text.
  @Test
  void onlyTheRoleChannelsKnowsPhones() {
    noClasses()
        .that(
            DescribedPredicate.not(
                resideInAnyPackage(
                    rooms(
                        "channel",
                        "reminder",
                        "correspondence",
                        "outreach",
                        "channelhttp",
                        "boot",
                        "cli.keys",
                        "demo"))))
        .should()
        .dependOnClassesThat(resideInAnyPackage("havn.channel..", "com.google.i18n.."))
        .check(WRITTEN);
  }

  @Test
  void namesSayTheTrade() {
    noClasses()
        .should()
        .haveNameMatching(
            ".*(Manager|Util|Utils|Helper|Impl|Common|Misc|[.$]Abstract\\w+|[.$]Base\\w*)")
        .check(WRITTEN);
  }

  @Test
  void constructorsStayReadable() {
    constructors()
        .that()
        .areDeclaredInClassesThat()
        .areNotRecords()
        .should(haveAtMost(7))
        .check(WRITTEN);
  }

  private static String[] rooms(String... names) {
    return Arrays.stream(names).map(n -> "havn." + n + "..").toArray(String[]::new);
  }

  private static DescribedPredicate<JavaCall<?>> noArguments() {
    return DescribedPredicate.describe(
        "without arguments", call -> call.getTarget().getRawParameterTypes().isEmpty());
  }

  private static ArchCondition<JavaConstructor> haveAtMost(int n) {
    return new ArchCondition<>("have at most " + n + " parameters") {
      @Override
      public void check(JavaConstructor c, ConditionEvents events) {
        int has = c.getRawParameterTypes().size();
        if (has > n) {
          events.add(SimpleConditionEvent.violated(c, c.getFullName() + " has " + has));
        }
      }
    };
  }
}
