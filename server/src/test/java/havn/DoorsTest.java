package havn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each library enters the house by its doors only, so that replacing it touches those rooms alone.
class DoorsTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("havn");

  record Door(String library, List<String> packages, List<String> rooms) {
    @Override
    public String toString() {
      return library;
    }
  }

  static List<Door> doors() {
    return List.of(
        new Door("Lettuce", List.of("io.lettuce.."), List.of("havn.redis..")),
        new Door("Netty", List.of("io.netty.."), List.of("havn.gateway..", "havn.redis..")),
        new Door("Bouncy Castle", List.of("org.bouncycastle.."), List.of("havn.seal..")),
        new Door(
            "PostgreSQL client",
            List.of("io.vertx.pgclient..", "io.vertx.sqlclient.."),
            List.of("havn.postgres..", "havn.*.postgres..", "havn.boot")),
        new Door("Flyway", List.of("org.flywaydb.."), List.of("havn.postgres..")),
        new Door(
            "JDBC",
            List.of("java.sql..", "javax.sql..", "org.postgresql.."),
            List.of("havn.postgres..", "havn.embedded..")),
        new Door("Picocli", List.of("picocli.."), List.of("havn.cli..", "havn.demo..")),
        new Door(
            "Jollyday",
            List.of("de.focus_shift..", "jakarta.xml..", "org.glassfish.."),
            List.of("havn.hours")),
        new Door("jsmpp", List.of("org.jsmpp.."), List.of("havn.channel.smpp")),
        new Door("libphonenumber", List.of("com.google.i18n.."), List.of("havn.channel")),
        new Door("ical4j", List.of("net.fortuna.."), List.of("havn.shift")),
        new Door("WebAuthn4J", List.of("com.webauthn4j.."), List.of("havn.login..")),
        new Door(
            "SmallRye Config",
            List.of("io.smallrye.config..", "org.eclipse.microprofile.."),
            List.of("havn.config..")),
        new Door("Logback", List.of("ch.qos.logback.."), List.of("havn.telemetry..")),
        new Door(
            "Micrometer",
            List.of("io.micrometer..", "io.vertx.micrometer.."),
            List.of("havn.telemetry..", "havn.management..")),
        new Door(
            "embedded stores",
            List.of("io.zonky..", "redis.embedded..", "org.apache.commons..", "org.tukaani.."),
            List.of("havn.embedded..")));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void entersByItsDoorsOnly(Door door) {
    noClasses()
        .that()
        .resideOutsideOfPackages(door.rooms().toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(door.packages().toArray(String[]::new))
        .check(HOUSE);
  }
}
