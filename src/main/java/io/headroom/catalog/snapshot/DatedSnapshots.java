package io.headroom.catalog.snapshot;

import io.headroom.document.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of snapshots, each in a folder named after the moment it was made: {@code
 * 2026-11-24T003000.000Z}. The newest one counts. A snapshot is written aside and gets its name
 * when it is whole, so whoever reads sees the one before or the new one, and a run that dies leaves
 * the one before.
 */
public final class DatedSnapshots {

  /** Older snapshots are removed: as many stay as let a report be repeated. */
  private static final int KEPT = 10;

  private static final String LOCK = ".lock";
  private static final String UNFINISHED = ".new-";
  private static final Pattern NAME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d{6}\\.\\d{3}Z");
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Path root;

  /** Reads and writes snapshots in {@code root}, which is made when the first one is published. */
  public DatedSnapshots(Path root) {
    this.root = root;
  }

  /**
   * Returns the folder of the snapshot that counts: the newest one, else {@code root} itself if it
   * is a snapshot; nothing if there is none.
   */
  public Optional<Path> newest() {
    List<Path> dated = dated();
    if (!dated.isEmpty()) {
      return Optional.of(dated.get(dated.size() - 1));
    }
    return Files.exists(root.resolve(RegionIndex.FILE)) ? Optional.of(root) : Optional.empty();
  }

  /**
   * Publishes a snapshot: the regions of the newest one, and in their place those that {@code
   * regions} writes. Writers in several processes wait for each other.
   *
   * @param at when it was made; a moment later than the newest one if the clock went back
   * @return its folder
   * @throws SnapshotException if it cannot be written, or the newest one not be read
   */
  public Path publish(Instant at, Consumer<SnapshotWriter> regions) {
    try {
      Files.createDirectories(root);
      try (FileChannel channel =
          FileChannel.open(
              root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        return publishLocked(channel, at, regions);
      }
    } catch (IOException e) {
      throw new SnapshotException("Cannot write into " + root + ": " + Failure.reason(e), e);
    }
  }

  private Path publishLocked(FileChannel channel, Instant at, Consumer<SnapshotWriter> regions)
      throws IOException {
    FileLock lock = channel.lock();
    try {
      removeUnfinished();
      // not a temporary folder of the JDK: nobody else could read that
      Path unfinished = Files.createDirectory(root.resolve(UNFINISHED + UUID.randomUUID()));
      try {
        copyNewest(unfinished);
        regions.accept(new SnapshotWriter(unfinished));
        Files.deleteIfExists(unfinished.resolve(LOCK));
        Path folder = root.resolve(nameAfterNewest(at));
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        removeOld();
        return folder;
      } finally {
        remove(unfinished);
      }
    } finally {
      lock.release();
    }
  }

  /** Copies what the index names; a file that a person put beside it is not part of a snapshot. */
  private void copyNewest(Path target) throws IOException {
    Optional<Path> newest = newest();
    if (newest.isEmpty()) {
      return;
    }
    copy(newest.get(), target, RegionIndex.FILE);
    for (SnapshotRegion region : Snapshot.of(SnapshotFiles.in(newest.get())).regions()) {
      copy(newest.get(), target, region.typesFile());
      if (region.customSeries() > 0) {
        copy(newest.get(), target, region.shapesFile());
      }
    }
  }

  /** A file that is missing stays missing: its region says so when it is read. */
  private static void copy(Path from, Path to, String file) throws IOException {
    if (Files.exists(from.resolve(file))) {
      Files.createDirectories(to.resolve(file).getParent());
      Files.copy(from.resolve(file), to.resolve(file));
    }
  }

  private String nameAfterNewest(Instant at) {
    List<Path> dated = dated();
    String name = FORM.format(at);
    if (dated.isEmpty()) {
      return name;
    }
    String newest = dated.get(dated.size() - 1).getFileName().toString();
    return name.compareTo(newest) > 0
        ? name
        : FORM.format(FORM.parse(newest, Instant::from).plus(Duration.ofMillis(1)));
  }

  private List<Path> dated() {
    return children().filter(path -> NAME.matcher(nameOf(path)).matches()).sorted().toList();
  }

  private void removeOld() throws IOException {
    List<Path> dated = dated();
    for (Path old : dated.subList(0, Math.max(0, dated.size() - KEPT))) {
      remove(old);
    }
  }

  private void removeUnfinished() throws IOException {
    for (Path path : children().filter(child -> nameOf(child).startsWith(UNFINISHED)).toList()) {
      remove(path);
    }
  }

  private Stream<Path> children() {
    if (!Files.isDirectory(root)) {
      return Stream.empty();
    }
    try (Stream<Path> children = Files.list(root)) {
      return children.toList().stream();
    } catch (IOException e) {
      throw new SnapshotException("Cannot read " + root + ": " + Failure.reason(e), e);
    }
  }

  private static String nameOf(Path path) {
    return path.getFileName().toString();
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
