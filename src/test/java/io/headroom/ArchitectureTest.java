package io.headroom;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the layout and the rules of the code that a compiler does not hold. */
class ArchitectureTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.headroom");

  private static final JavaClasses ORACLE =
      new ClassFileImporter().importPackages("io.headroom.oracle");

  @Test
  void theOracleSharesNoCodeWithTheEngine() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.headroom.engine..", "io.headroom.proof.."))
        .check(ORACLE);
  }

  @TestFactory
  Stream<DynamicTest> rules() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("imports run one way", importsRunOneWay());
    rules.put(
        "no cycles between packages",
        slices().matching("io.headroom.(**)").should().beFreeOfCycles());
    rules.put("model and engine know the JDK alone", coreKnowsTheJdkAlone());
    rules.put("model and engine know no clock, I/O, randomness or environment", coreIsPure());
    rules.put("fields of model and engine are final or private", coreFieldsAreFinal());
    rules.put("public engine methods return no bare double", engineReturnsUnits());
    rules.put("Jackson stays where documents are read and written", jacksonStaysOutside());
    rules.put("picocli stays in the command line", picocliStaysInCli());
    rules.put("Google's libraries stay in cloud.gce", googleStaysInItsCloud());
    rules.put("the AWS SDK stays behind the ports", awsStaysBehindThePorts());
    rules.put("Quarkus stays in the service", quarkusStaysInTheService());
    rules.put("mail stays where it is sent", mailStaysWhereItIsSent());
    rules.put("only wiring names a cloud", onlyWiringNamesACloud());
    rules.put("only wiring names the store", onlyWiringNamesTheStore());
    rules.put("only wiring names a host", onlyWiringNamesAHost());
    rules.put("SSH stays in its package", sshStaysInItsPackage());
    rules.put("nobody asks the system clock", nobodyAsksTheClock());
    rules.put("no standard streams outside wiring", noStandardStreams());
    rules.put(
        "no generic exceptions", GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);
    rules.put("no field injection", GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION);
    rules.put("names say the job", namesSayTheJob());
    return rules.entrySet().stream()
        .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(MAIN)));
  }

  private static ArchRule importsRunOneWay() {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("model")
        .definedBy("io.headroom.model..")
        .layer("engine")
        .definedBy("io.headroom.engine..")
        .layer("document")
        .definedBy("io.headroom.document..")
        .layer("policy")
        .definedBy("io.headroom.policy..")
        .layer("catalog")
        .definedBy("io.headroom.catalog..")
        .layer("recording")
        .definedBy("io.headroom.recording..")
        .layer("collector")
        .definedBy("io.headroom.collector..")
        .layer("executor")
        .definedBy("io.headroom.executor..")
        .layer("plan")
        .definedBy("io.headroom.plan..")
        .layer("cloud")
        .definedBy("io.headroom.cloud..")
        .layer("host")
        .definedBy("io.headroom.host..")
        .layer("advice")
        .definedBy("io.headroom.advice..")
        .layer("ledger")
        .definedBy("io.headroom.ledger..")
        .layer("store")
        .definedBy("io.headroom.store..")
        .layer("report")
        .definedBy("io.headroom.report..")
        .layer("outbound")
        .definedBy("io.headroom.outbound..")
        .layer("configuration")
        .definedBy("io.headroom.configuration..")
        .layer("batch")
        .definedBy("io.headroom.batch..")
        .layer("terraform")
        .definedBy("io.headroom.terraform..")
        .layer("cli")
        .definedBy("io.headroom.cli..")
        .layer("http")
        .definedBy("io.headroom.http..")
        .layer("wiring")
        .definedBy("io.headroom.wiring..")
        .whereLayer("model")
        .mayNotAccessAnyLayer()
        .whereLayer("engine")
        .mayOnlyAccessLayers("model")
        .whereLayer("document")
        .mayNotAccessAnyLayer()
        .whereLayer("policy")
        .mayOnlyAccessLayers("model", "engine", "document")
        .whereLayer("catalog")
        .mayOnlyAccessLayers("model", "engine", "document")
        .whereLayer("recording")
        .mayOnlyAccessLayers("model", "engine", "document")
        .whereLayer("collector")
        .mayOnlyAccessLayers("model", "document", "recording", "ledger")
        .whereLayer("executor")
        .mayOnlyAccessLayers("model")
        .whereLayer("plan")
        .mayOnlyAccessLayers("model", "document")
        .whereLayer("cloud")
        .mayOnlyAccessLayers("model", "collector", "executor", "catalog", "document")
        .whereLayer("host")
        .mayOnlyAccessLayers("model", "executor", "document")
        .whereLayer("advice")
        .mayOnlyAccessLayers(
            "model", "engine", "document", "policy", "catalog", "recording", "ledger")
        .whereLayer("ledger")
        .mayOnlyAccessLayers("model")
        .whereLayer("store")
        .mayOnlyAccessLayers("model", "document", "recording", "collector", "ledger")
        .whereLayer("report")
        .mayOnlyAccessLayers("model", "engine", "advice", "executor")
        .whereLayer("outbound")
        .mayNotAccessAnyLayer()
        .whereLayer("configuration")
        .mayOnlyAccessLayers("document", "policy", "outbound")
        .whereLayer("batch")
        .mayOnlyAccessLayers(
            "model",
            "document",
            "policy",
            "catalog",
            "recording",
            "collector",
            "advice",
            "ledger",
            "report",
            "outbound",
            "configuration")
        .whereLayer("terraform")
        .mayOnlyAccessLayers("model", "engine", "document", "advice", "report")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("http")
        .mayNotBeAccessedByAnyLayer()
        .ignoreDependency(resideInAPackage("io.headroom.wiring.."), alwaysTrue());
  }

  private static ArchRule coreKnowsTheJdkAlone() {
    return classes()
        .that()
        .resideInAnyPackage("io.headroom.model..", "io.headroom.engine..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..", "org.jspecify..", "io.headroom.model..", "io.headroom.engine.."));
  }

  private static ArchRule coreIsPure() {
    return noClasses()
        .that()
        .resideInAnyPackage("io.headroom.model..", "io.headroom.engine..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.io..",
                "java.nio..",
                "java.net..",
                "java.util.logging..",
                "java.util.concurrent..",
                "java.util.random.."))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  private static ArchRule coreFieldsAreFinal() {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage("io.headroom.model..", "io.headroom.engine..")
        .and()
        .areNotPrivate()
        .should()
        .beFinal();
  }

  private static ArchRule engineReturnsUnits() {
    return methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage("io.headroom.engine..")
        .and()
        .areDeclaredInClassesThat()
        .areNotRecords()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should()
        .notHaveRawReturnType("double");
  }

  private static ArchRule jacksonStaysOutside() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.headroom.document..",
            "io.headroom.policy..",
            "io.headroom.catalog..",
            "io.headroom.recording..",
            "io.headroom.plan..",
            "io.headroom.cloud.prometheus..",
            "io.headroom.host.edit..",
            "io.headroom.report..",
            "io.headroom.batch..",
            "io.headroom.terraform..",
            "io.headroom.cli..",
            "io.headroom.http..",
            "io.headroom.wiring..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson..", "com.networknt.."));
  }

  private static ArchRule picocliStaysInCli() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("io.headroom.cli..", "io.headroom.wiring..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("picocli.."));
  }

  private static ArchRule googleStaysInItsCloud() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("io.headroom.cloud.gce..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "com.google.api..",
                "com.google.auth..",
                "com.google.cloud..",
                "com.google.gson..",
                "com.google.monitoring..",
                "com.google.protobuf..",
                "com.google.rpc..",
                "io.grpc.."));
  }

  private static ArchRule awsStaysBehindThePorts() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("io.headroom.cloud.aws..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("software.amazon.."));
  }

  private static ArchRule quarkusStaysInTheService() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("io.headroom.http..", "io.headroom.wiring..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "io.micrometer..",
                "io.quarkus.arc..",
                "io.quarkus.oidc..",
                "io.quarkus.runtime..",
                "io.quarkus.security..",
                "io.quarkus.vertx..",
                "io.smallrye..",
                "io.vertx..",
                "jakarta.annotation..",
                "jakarta.enterprise..",
                "jakarta.inject..",
                "jakarta.ws..",
                "org.eclipse.microprofile..",
                "org.jboss.."));
  }

  private static ArchRule mailStaysWhereItIsSent() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("io.headroom.batch.delivery..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("jakarta.mail..", "org.eclipse.angus.."));
  }

  private static ArchRule onlyWiringNamesACloud() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("io.headroom.cloud..", "io.headroom.wiring..")
        .should()
        .dependOnClassesThat(resideInAPackage("io.headroom.cloud.."));
  }

  private static ArchRule onlyWiringNamesTheStore() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("io.headroom.store..", "io.headroom.wiring..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "io.headroom.store..", "org.jdbi..", "org.flywaydb..", "com.zaxxer.."));
  }

  private static ArchRule onlyWiringNamesAHost() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("io.headroom.host..", "io.headroom.wiring..")
        .should()
        .dependOnClassesThat(resideInAPackage("io.headroom.host.."));
  }

  private static ArchRule sshStaysInItsPackage() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("io.headroom.host.ssh..")
        .should()
        .dependOnClassesThat(resideInAPackage("org.apache.sshd.."));
  }

  private static ArchRule nobodyAsksTheClock() {
    return noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  private static ArchRule noStandardStreams() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("io.headroom.wiring..")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
  }

  private static ArchRule namesSayTheJob() {
    return noClasses()
        .that()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .haveNameMatching(".*[a-z](Utils?|Helper|Manager|Impl|Common)$")
        .orShould()
        .haveSimpleNameStartingWith("Base")
        .orShould()
        .haveSimpleNameStartingWith("Abstract");
  }
}
