package io.headroom.collector;

/**
 * A server beside the clouds that knows what machines use, as a person names it.
 *
 * @param url its address
 * @param label the label that says whose a series is, {@code LABEL} or {@code LABEL=id} or {@code
 *     LABEL=name}
 */
public record MetricServer(String url, String label) {}
