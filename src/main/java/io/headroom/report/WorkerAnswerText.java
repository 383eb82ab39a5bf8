package io.headroom.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.engine.worker.WorkerAnswer;
import io.headroom.engine.worker.WorkerQuestion;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Worker counts with their arithmetic, for people and for programs. */
public final class WorkerAnswerText {

  private WorkerAnswerText() {}

  /** Returns the counts and how they come about, one line each, ending with a newline. */
  public static String table(WorkerQuestion question, WorkerAnswer answer) {
    StringBuilder text = new StringBuilder();
    line(text, "workers", answer.web() + ", limited by " + answer.limitedBy().id());
    answer
        .background()
        .ifPresent(
            sets -> line(text, "background", sets + " of each queue (default, short, long)"));
    line(
        text,
        "by vCPU",
        answer.byVcpus()
            + " = 2 × "
            + answer.free()
            + " free of "
            + question.vcpus()
            + " vCPU, plus 1"
            + threads(question));
    line(
        text,
        "by memory",
        answer.byMemory()
            + " = "
            + answer.forWeb()
            + " for web workers of "
            + question.memory()
            + " ÷ "
            + answer.perWorker()
            + " each");
    return text.toString();
  }

  private static String threads(WorkerQuestion question) {
    return question.threads().orElse(1) > 1
        ? ", ÷ " + question.threads().getAsInt() + " threads, rounded up"
        : "";
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-10s  %s%n", name, value));
  }

  /** Writes the counts as a JSON document. */
  public static void json(WorkerQuestion question, WorkerAnswer answer, Writer out)
      throws IOException {
    JsonGenerator json = OutputFormat.json(out);
    json.writeStartObject();
    json.writeStringField("api_version", DocumentSink.API_VERSION);
    json.writeStringField("kind", "WorkerCounts");
    json.writeNumberField("web", answer.web());
    json.writeStringField("limited_by", answer.limitedBy().id());
    if (answer.background().isPresent()) {
      json.writeNumberField("background", answer.background().getAsInt());
    } else {
      json.writeNullField("background");
    }
    json.writeNumberField("free_vcpus", VerdictJson.decimal(answer.free().value()));
    json.writeNumberField("by_vcpu", answer.byVcpus());
    json.writeNumberField("by_memory", answer.byMemory());
    json.writeNumberField("web_memory_mib", (long) answer.forWeb().value());
    json.writeNumberField("per_worker_mib", VerdictJson.decimal(answer.perWorker().value()));
    json.writeNumberField("vcpus", VerdictJson.decimal(question.vcpus().value()));
    json.writeNumberField("memory_mib", question.memory().wholeRoundedUp());
    json.writeEndObject();
    json.close();
    out.write('\n');
  }
}
