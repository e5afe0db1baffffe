package havn.load;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the generator may know of the server: its wire, its seals, its kernel – what a page knows.
class HouseRulesTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("havn.load");

  private static final DescribedPredicate<JavaClass> REST_OF_THE_SERVER =
      JavaClass.Predicates.resideInAPackage("havn..")
          .and(
              DescribedPredicate.not(
                  JavaClass.Predicates.resideInAnyPackage(
                      "havn.load..", "havn.wire..", "havn.seal..", "havn.kernel..")));

  @Test
  void theGeneratorKnowsWhatAPageKnows() {
    noClasses().should().dependOnClassesThat(REST_OF_THE_SERVER).check(HOUSE);
  }

  @Test
  void roomsFormNoCycle() {
    slices().matching("havn.load.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void theGeneratorsSocketsAreItsOwn() {
    noClasses()
        .that()
        .resideOutsideOfPackages("havn.load.relay", "havn.load.report")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "io.netty..")
        .check(HOUSE);
  }

  @Test
  void everyRoomHasADoorplateAndSmallFiles() throws IOException {
    try (var tree = Files.walk(Path.of("src/main/java/havn/load"))) {
      var bad = tree.filter(HouseRulesTest::isWrong).toList();
      assertEquals(List.of(), bad);
    }
  }

  private static boolean isWrong(Path path) {
    try {
      return Files.isDirectory(path)
          ? !Files.exists(path.resolve("package-info.java"))
          : Files.readAllLines(path).size() > 400;
    } catch (IOException unreadable) {
      return true;
    }
  }
}
