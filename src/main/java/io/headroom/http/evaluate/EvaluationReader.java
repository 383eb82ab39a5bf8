package io.headroom.http.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.headroom.http.problem.ProblemCode;
import io.headroom.http.problem.ProblemException;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.series.Observations;
import io.headroom.model.series.Series;
import io.headroom.policy.file.LoadedPolicy;
import io.headroom.policy.file.PolicyReader;
import io.headroom.recording.inventory.InstanceDocument;
import io.headroom.recording.problem.RecordingException;
import io.headroom.recording.samples.RowLimits;
import io.headroom.recording.samples.SeriesDocument;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a request for a verdict in a stream. */
final class EvaluationReader {

  private static final int DEEPEST = 64;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(100).build())
          .build();

  private final byte[] body;
  private final PolicyShelf shelf;
  private final List<LoadedPolicy> policies = new ArrayList<>();
  private final List<Series> series = new ArrayList<>();
  private Optional<Instance> instance = Optional.empty();
  private Optional<Instant> asOf = Optional.empty();

  private EvaluationReader(byte[] body, PolicyShelf shelf) {
    this.body = body;
    this.shelf = shelf;
  }

  /**
   * Returns what a verdict is asked for.
   *
   * @throws ProblemException if the body is no such request
   */
  static Evaluation read(byte[] body, PolicyShelf shelf) {
    try (JsonParser parser = JSON.createParser(body)) {
      return new EvaluationReader(body, shelf).read(parser);
    } catch (JsonProcessingException e) {
      throw new ProblemException(
          ProblemCode.INVALID_JSON,
          "Cannot read the body: line "
              + Optional.ofNullable(e.getLocation()).map(at -> at.getLineNr()).orElse(1)
              + " is not JSON, or too deep or long for a request");
    } catch (RecordingException e) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.INVALID_JSON, "Cannot read the body: it is not UTF-8");
    }
  }

  private Evaluation read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw invalid("the body", "no object", "an object with instance and series");
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      readProperty(parser);
    }
    if (parser.nextToken() != null) {
      throw invalid("the body", "something after the object", "nothing after it");
    }
    Instance machine =
        instance.orElseThrow(() -> invalid("instance", "nothing", "a machine as in an inventory"));
    return new Evaluation(
        new Observation(machine, observations()),
        policies.isEmpty() ? shelf.standard() : policies,
        end());
  }

  private void readProperty(JsonParser parser) throws IOException {
    String name = parser.currentName();
    JsonToken token = parser.nextToken();
    switch (name) {
      case "as_of" -> asOf = Optional.of(time(parser));
      case "instance" -> instance = Optional.of(InstanceDocument.read(parser));
      case "series" -> {
        requireList(name, token);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          series.add(SeriesDocument.read(parser));
        }
      }
      case "policies" -> {
        requireList(name, token);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          policies.add(policy(parser));
        }
      }
      default -> parser.skipChildren();
    }
  }

  private static void requireList(String name, JsonToken token) {
    if (token != JsonToken.START_ARRAY) {
      throw invalid(name, "no list", "a list");
    }
  }

  private LoadedPolicy policy(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return shelf.named(parser.getText());
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw invalid("policies", "no policy", "names of policies, or policies");
    }
    int from = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    int until = (int) parser.currentLocation().getByteOffset();
    return PolicyReader.read(
        "policies[" + policies.size() + "]", Arrays.copyOfRange(body, from, until));
  }

  private Instant time(JsonParser parser) throws IOException {
    String expected = "a time of 2000 to 2099 in whole seconds, such as 2026-08-03T00:00:00Z";
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw invalid("as_of", "no text", expected);
    }
    try {
      Instant time = Instant.parse(parser.getText());
      if (RowLimits.allowsStart(time)) {
        return time;
      }
    } catch (DateTimeParseException notATime) {
      // said below
    }
    throw ProblemException.invalid("as_of", parser.getText(), expected);
  }

  private Observations observations() {
    try {
      return Observations.of(series);
    } catch (IllegalArgumentException overlapping) {
      throw new ProblemException(
          ProblemCode.INVALID_REQUEST, String.valueOf(overlapping.getMessage()));
    }
  }

  private Instant end() {
    return asOf.or(
            () ->
                series.stream()
                    .map(one -> Instant.ofEpochSecond(one.endEpochSecond()))
                    .max(Instant::compareTo))
        .orElseThrow(
            () -> invalid("as_of", "nothing, and no series ends", "the end of the look-back"));
  }

  private static ProblemException invalid(String property, String found, String expected) {
    return new ProblemException(
        ProblemCode.INVALID_REQUEST,
        "Invalid " + property + ": " + found + "; expected " + expected);
  }
}
