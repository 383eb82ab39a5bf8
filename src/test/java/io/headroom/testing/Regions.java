package io.headroom.testing;

import io.headroom.model.catalog.RegionCatalog;

/** Small regions, for tests in which the types but not the market matter. */
public final class Regions {

  private Regions() {}

  /** A handful of EC2 types at their list prices of us-east-1. */
  public static RegionCatalog ec2() {
    return Types.region(
        Types.ec2("m5.large", 2, 8192).at("0.096"),
        Types.ec2("m5.xlarge", 4, 16384).at("0.192"),
        Types.ec2("m5.2xlarge", 8, 32768).at("0.384"),
        Types.ec2("t2.small", 1, 2048).credits(12, 288, 30).at("0.023"),
        Types.t3Medium().at("0.0416"),
        Types.ec2("t3.large", 2, 8192).credits(36, 864, 0).at("0.0832"));
  }

  /** A handful of GCE types at their list prices of us-central1. */
  public static RegionCatalog gce() {
    return Types.region(
        Types.gce("e2-micro", 2, 1024).sharedCore(0.25).at("0.0083764275"),
        Types.gce("e2-medium", 2, 4096).sharedCore(1).at("0.03350571"),
        Types.gce("e2-standard-4", 4, 16384).at("0.13402284"));
  }
}
