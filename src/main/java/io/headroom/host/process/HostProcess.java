package io.headroom.host.process;

import io.headroom.model.unit.Mebibytes;
import java.util.Optional;

/**
 * A process of a host.
 *
 * @param pid its number
 * @param parent the number of the process that started it
 * @param threads its threads
 * @param pss its proportional set size: pages it shares are counted in parts, so that the sum over
 *     all processes is the memory in use; absent if it may not be read
 * @param rss its resident set size: shared pages are counted in full
 * @param command its command line, as far as it was printed
 */
public record HostProcess(
    int pid, int parent, int threads, Optional<Mebibytes> pss, Mebibytes rss, String command) {}
