package io.headroom.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Makes a tree of the events of a YAML parser. Traps are collected, so that one reading shows all
 * of them; broken syntax and too deep nesting end the reading.
 */
final class TreeBuilder {

  private static final int DEEPEST = 50;
  private static final String MERGE_KEY = "<<";
  private static final String WRITE_OUT = " is refused; write the value out";

  private final Iterator<Event> events;
  private final String file;
  private final List<DocumentProblem> problems = new ArrayList<>();

  TreeBuilder(String file, Iterator<Event> events) {
    this.file = file;
    this.events = events;
  }

  /** Returns the only document of the stream. */
  DocumentNode document() {
    events.next(); // start of the stream
    Event first = events.next();
    if (first.getEventId() == Event.ID.StreamEnd) {
      throw new DocumentException(
          new DocumentProblem(Place.ofFile(file), "Cannot read it: the document is empty"));
    }
    DocumentNode root = node(events.next(), "", 1);
    events.next(); // end of the document
    Event next = events.next();
    if (next.getEventId() != Event.ID.StreamEnd) {
      refuse(place(next, ""), "Cannot read it: a second document begins here; expected one a file");
    }
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
    return root;
  }

  private DocumentNode node(Event event, String path, int depth) {
    Place place = place(event, path);
    if (depth > DEEPEST) {
      refuse(place, "Cannot read it: values are nested more than " + DEEPEST + " deep");
      throw new DocumentException(problems);
    }
    if (event instanceof AliasEvent alias) {
      refuse(
          place,
          "Invalid " + place.subject() + ": the alias *" + name(alias.getAlias()) + WRITE_OUT);
      return new ScalarNode(place, ScalarKind.NOTHING, "");
    }
    refuseAnchorAndTag((NodeEvent) event, place);
    return switch (event.getEventId()) {
      case MappingStart -> mapping(place, depth);
      case SequenceStart -> list(place, depth);
      default -> scalar((ScalarEvent) event, place);
    };
  }

  private MappingNode mapping(Place place, int depth) {
    Map<String, DocumentNode> entries = new LinkedHashMap<>();
    Map<String, Place> keyPlaces = new LinkedHashMap<>();
    for (Event event = events.next(); !ends(event); event = events.next()) {
      Optional<String> key = key(event, place, depth);
      String path = key.map(place::pathOf).orElse(place.path());
      DocumentNode value = node(events.next(), path, depth + 1);
      if (key.isPresent()) {
        Place keyPlace = place(event, path);
        Place first = keyPlaces.putIfAbsent(key.get(), keyPlace);
        if (first != null) {
          refuse(
              keyPlace, "Duplicate " + path + "; it stands in line " + first.line() + " already");
        }
        entries.putIfAbsent(key.get(), value);
      }
    }
    return new MappingNode(place, entries, keyPlaces);
  }

  /** Returns the key; nothing if it is none that a document may have. */
  private Optional<String> key(Event event, Place mapping, int depth) {
    if (!(event instanceof ScalarEvent scalar)) {
      Place place = place(event, mapping.path());
      refuse(place, "Invalid key in " + place.subject() + ": a key must be plain text");
      node(event, mapping.path(), depth + 1);
      return Optional.empty();
    }
    Place place = place(event, mapping.pathOf(scalar.getValue()));
    refuseAnchorAndTag(scalar, place);
    if (scalar.isPlain() && scalar.getValue().equals(MERGE_KEY)) {
      refuse(place, "Invalid key <<: merge keys are refused; write the values out");
      return Optional.empty();
    }
    return Optional.of(scalar.getValue());
  }

  private ListNode list(Place place, int depth) {
    List<DocumentNode> entries = new ArrayList<>();
    for (Event event = events.next(); !ends(event); event = events.next()) {
      entries.add(node(event, place.pathOf(entries.size()), depth + 1));
    }
    return new ListNode(place, entries);
  }

  private ScalarNode scalar(ScalarEvent event, Place place) {
    String text = event.getValue();
    if (!event.isPlain()) {
      return new ScalarNode(place, ScalarKind.TEXT, text);
    }
    PlainScalar.insteadOf(text)
        .ifPresent(
            instead ->
                refuse(
                    place,
                    "Invalid "
                        + place.subject()
                        + ": "
                        + Excerpt.of(text)
                        + "; expected "
                        + instead));
    return new ScalarNode(place, PlainScalar.kindOf(text), text);
  }

  private void refuseAnchorAndTag(NodeEvent event, Place place) {
    event
        .getAnchor()
        .ifPresent(
            anchor ->
                refuse(
                    place,
                    "Invalid " + place.subject() + ": the anchor &" + name(anchor) + WRITE_OUT));
    tag(event)
        .ifPresent(
            tag ->
                refuse(
                    place,
                    "Invalid "
                        + place.subject()
                        + ": the tag "
                        + Excerpt.of(tag)
                        + " is refused; leave it out"));
  }

  private static Optional<String> tag(NodeEvent event) {
    return event instanceof ScalarEvent scalar
        ? scalar.getTag()
        : event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
  }

  private static String name(Anchor anchor) {
    return Excerpt.of(anchor.getValue());
  }

  private static boolean ends(Event event) {
    return event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd;
  }

  private Place place(Event event, String path) {
    Optional<Mark> mark = event.getStartMark();
    return new Place(
        file,
        mark.map(Mark::getLine).orElse(-1) + 1,
        mark.map(Mark::getColumn).orElse(-1) + 1,
        path);
  }

  private void refuse(Place place, String message) {
    problems.add(new DocumentProblem(place, message));
  }
}
