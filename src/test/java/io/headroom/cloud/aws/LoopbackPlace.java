package io.headroom.cloud.aws;

import io.headroom.cloud.aws.LoopbackCloudWatch.NativeKey;
import io.headroom.cloud.aws.LoopbackEc2.Machine;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an account has in a region of the loopback server. */
public record LoopbackPlace(LoopbackEc2 ec2, LoopbackCloudWatch cloudWatch) {

  private static final int STEP = 300;
  private static final double FULL = 100;

  static LoopbackPlace of(String account) {
    return new LoopbackPlace(
        new LoopbackEc2(account.equals(LoopbackAws.ACCOUNT) ? "111122223333" : account),
        new LoopbackCloudWatch());
  }

  /**
   * Adds running machines with a day of CPU and memory until {@code end}, each sample by chance.
   *
   * @param prefix of their ids
   * @param end the second after the last slot
   */
  public void add(String prefix, int machines, long end, Random random) {
    for (int i = 0; i < machines; i++) {
      String id = prefix + "-" + i;
      ec2.add(new Machine(id, i % 4 == 0 ? "t3.large" : "m5.large", "running", ""));
      for (String statistic : new String[] {"Average", "Maximum"}) {
        put("AWS/EC2", "CPUUtilization", id, statistic, day(end, random));
        put("CWAgent", "mem_used_percent", id, statistic, day(end, random));
      }
      put("AWS/EC2", "NetworkIn", id, "Sum", day(end, random));
    }
  }

  private void put(
      String namespace, String name, String id, String statistic, SortedMap<Long, Double> samples) {
    SortedMap<String, String> dimensions = new TreeMap<>(Map.of("InstanceId", id));
    cloudWatch.put(new NativeKey(namespace, name, dimensions, statistic), samples);
  }

  private static SortedMap<Long, Double> day(long end, Random random) {
    SortedMap<Long, Double> samples = new TreeMap<>();
    for (long second = end - 24 * 60 * 60; second < end; second += STEP) {
      samples.put(second, random.nextDouble() * FULL);
    }
    return samples;
  }
}
