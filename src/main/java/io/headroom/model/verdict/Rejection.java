package io.headroom.model.verdict;

import io.headroom.model.unit.MonthlyPrice;

/**
 * A cheaper type that does not do, and the first dimension it fails.
 *
 * @param price its price of a month
 * @param refusal why not
 */
public record Rejection(String instanceType, MonthlyPrice price, Refusal refusal) {}
