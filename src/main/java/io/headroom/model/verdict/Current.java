package io.headroom.model.verdict;

import io.headroom.model.catalog.Offering;
import io.headroom.model.unit.MonthlyPrice;
import java.util.Optional;

/**
 * What the machine is now.
 *
 * @param instanceType name of the type
 * @param offering the type as the catalog knows it; absent if it does not
 * @param price price of a month, discounts and surplus credits included; absent if it has none
 * @param risk performance risk of staying; absent if nothing is known of the demand
 */
public record Current(
    String instanceType,
    Optional<Offering> offering,
    Optional<MonthlyPrice> price,
    Optional<PerformanceRisk> risk) {}
