package io.headroom.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.headroom.advice.Judged;
import io.headroom.advice.RunSummary;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;

/**
 * Verdicts as a spreadsheet, one row a machine. Problems are not part of it; they go to messages.
 */
final class CsvSink implements VerdictSink {

  private final CsvWriter csv;

  CsvSink(Writer out) {
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(Arrays.stream(Column.values()).map(Column::header).toList());
  }

  @Override
  public void accept(Judged judged) {
    csv.writeRecord(
        Arrays.stream(Column.values()).map(column -> column.cell(judged.verdict())).toList());
  }

  @Override
  public void finish(RunSummary summary) throws IOException {
    csv.close();
  }
}
