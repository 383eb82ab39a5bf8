package io.headroom.report.change;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.headroom.advice.change.Answer;
import io.headroom.advice.change.AnswerChange;
import io.headroom.advice.change.FleetChanges;
import io.headroom.report.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Changes as a spreadsheet, one row a machine. */
final class ChangeCsv {

  private ChangeCsv() {}

  static void write(FleetChanges changes, Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(
        "change",
        "instance_id",
        "name",
        "finding_before",
        "finding",
        "current_type",
        "recommended_type_before",
        "recommended_type",
        "workers",
        "monthly_saving",
        "currency");
    changes.changes().forEach(change -> csv.writeRecord(row(change)));
    csv.flush();
  }

  private static List<String> row(AnswerChange change) {
    Optional<Answer> now = change.after();
    return List.of(
        change.kind().name().toLowerCase(Locale.ROOT),
        PlainText.forCell(change.machine().instanceId()),
        PlainText.forCell(change.machine().name()),
        value(change.before(), answer -> answer.finding().name()),
        value(now, answer -> answer.finding().name()),
        PlainText.forCell(change.machine().currentType()),
        PlainText.forCell(ChangeWords.type(change.before())),
        PlainText.forCell(ChangeWords.type(now)),
        value(now.flatMap(Answer::workers), String::valueOf),
        value(now.flatMap(Answer::saving), saving -> saving.rounded().toPlainString()),
        value(now.flatMap(Answer::saving), saving -> saving.currency().getCurrencyCode()));
  }

  private static <T> String value(Optional<T> from, Function<T, String> shown) {
    return from.map(shown).orElse("");
  }
}
