package io.headroom.model.verdict;

import io.headroom.model.unit.MonthlyPrice;

/**
 * A cheaper type that does not do, and the first dimension it fails.
 *
 * @param price its price of a month
 * @param reason such as {@code short of memory: 16 GiB, needs 18.3 GiB}
 */
public record Rejection(String instanceType, MonthlyPrice price, String reason) {}
