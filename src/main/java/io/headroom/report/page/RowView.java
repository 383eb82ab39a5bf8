package io.headroom.report.page;

import java.math.BigDecimal;

/**
 * One line of the list of machines. Texts of others are safe already.
 *
 * @param weight what it is sorted by, the largest first: the amount of money it is about
 * @param style name of the style of its finding
 */
public record RowView(
    BigDecimal weight,
    String style,
    String finding,
    String name,
    String now,
    String proposed,
    String cpu,
    String memory,
    String workers,
    String price,
    String saving,
    String risk) {}
