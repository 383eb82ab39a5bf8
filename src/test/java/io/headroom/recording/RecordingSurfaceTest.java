package io.headroom.recording;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.headroom.recording.collected.CollectedFile;
import io.headroom.recording.collected.CollectedRanges;
import io.headroom.recording.inventory.InstanceDocument;
import io.headroom.recording.inventory.InstanceText;
import io.headroom.recording.problem.RecordingException;
import io.headroom.recording.problem.RecordingProblem;
import io.headroom.recording.samples.RowLimits;
import io.headroom.recording.samples.SeriesDocument;
import io.headroom.recording.trace.TraceImport;
import io.headroom.recording.trace.TraceImporter;
import org.junit.jupiter.api.Test;

/**
 * Others read, write and import recordings; how that is done is nobody else's business, but for the
 * text of a machine and the order of parallel work, which a store shares, and for the documents of
 * a machine and its samples, which come over HTTP in the same form.
 */
class RecordingSurfaceTest {

  @Test
  void othersUseWhatReadsWritesImportsAndTheirProblemsAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.headroom.recording..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.headroom.recording..")
                .and(
                    not(
                        belongToAnyOf(
                            Recording.class,
                            RecordedMachine.class,
                            RecordingReader.class,
                            RecordingWriter.class,
                            BundledRecording.class,
                            OrderedWork.class,
                            InstanceText.class,
                            InstanceDocument.class,
                            SeriesDocument.class,
                            RowLimits.class,
                            CollectedRanges.class,
                            CollectedFile.class,
                            RecordingProblem.class,
                            RecordingException.class,
                            TraceImporter.class,
                            TraceImport.class))))
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.headroom"));
  }
}
