package io.headroom.recording.inventory;

import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.machine.WorkerPool;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Reads what is known of a machine from inside. */
final class HostProfileReader {

  private static final Shape<MemoryPool.Kind> POOL_KIND =
      Shape.oneOf(MemoryPool.Kind.values(), MemoryPool.Kind::id);

  private HostProfileReader() {}

  static HostProfile read(FieldReader fields) {
    Workers workers = fields.object("workers", HostProfileReader::workers).orElse(Workers.UNKNOWN);
    return new HostProfile(
        fields.optional("recipe", Shape.NAME),
        workers.web(),
        workers.background(),
        fields.optional("co_resident_vcpus", Shape.AMOUNT).map(VCpus::new),
        new TreeSet<>(fields.list("services", Shape.NAME)),
        fields.objects("pools", HostProfileReader::pool).orElse(List.of()));
  }

  /** The two kinds of workers. */
  private record Workers(Optional<WorkerPool> web, Optional<WorkerPool> background) {
    static final Workers UNKNOWN = new Workers(Optional.empty(), Optional.empty());
  }

  private static Workers workers(FieldReader fields) {
    return new Workers(
        fields.object("web", HostProfileReader::workerPool),
        fields.object("background", HostProfileReader::workerPool));
  }

  private static WorkerPool workerPool(FieldReader fields) {
    return new WorkerPool(
        fields.required("count", Shape.wholeNumber(0)),
        memory(fields, "per_worker_mib"),
        memory(fields, "per_worker_low_mib"),
        number(fields, "threads", 1),
        number(fields, "peak_busy", 0),
        fields.objects("history", HostProfileReader::countChange).orElse(List.of()));
  }

  private static WorkerPool.CountChange countChange(FieldReader fields) {
    return new WorkerPool.CountChange(
        fields.required("from", Shape.TIME), fields.required("count", Shape.wholeNumber(0)));
  }

  private static MemoryPool pool(FieldReader fields) {
    return new MemoryPool(
        fields.required("service", Shape.NAME),
        new Mebibytes(fields.required("configured_mib", Shape.AMOUNT)),
        memory(fields, "used_mib"),
        fields.required("kind", POOL_KIND));
  }

  private static Optional<Mebibytes> memory(FieldReader fields, String name) {
    return fields.optional(name, Shape.AMOUNT).map(Mebibytes::new);
  }

  private static OptionalInt number(FieldReader fields, String name, int least) {
    return fields
        .optional(name, Shape.wholeNumber(least))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }
}
