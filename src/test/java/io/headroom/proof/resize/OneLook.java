package io.headroom.proof.resize;

import io.headroom.cloud.sim.*;
import java.util.*;

public class OneLook {
  public static void main(String[] a) {
    for (Flavour f : List.of(Flavour.EC2_LIKE, Flavour.GCE_LIKE))
      for (Trial.Direction d : Trial.Direction.values()) {
        Trial t = Trial.of(f, d, new TreeMap<>());
        SimWorld w = t.run();
        System.out.println(
            w.journal().find(Trial.OPERATION).get().outcome()
                + " calls "
                + w.calls().size()
                + " "
                + w.time().instant());
        if (a.length > 0) w.journal().entries(Trial.OPERATION).forEach(System.out::println);
        System.out.println(Violations.of(t, w));
        long s = System.nanoTime();
        int n = 0, bad = 0;
        Map<String, Integer> seen = new TreeMap<>();
        List<Trial> ones = Schedules.withOneMore(t);
        for (Trial o : ones) {
          n++;
          var x = Schedules.check(o);
          if (x.isPresent()) {
            bad++;
            String k = x.get().violations().get(0).replaceAll("[0-9]+", "#");
            k = k.substring(0, Math.min(60, k.length()));
            if (seen.merge(k, 1, Integer::sum) <= 2)
              System.out.println(
                  x.get().toString().substring(0, Math.min(600, x.get().toString().length()))
                      + " call="
                      + w.calls().get(o.faults().firstKey()));
          }
        }
        System.out.println(
            n
                + " schedules, bad "
                + bad
                + " in "
                + (System.nanoTime() - s) / 1000000
                + " ms "
                + seen);
      }
  }
}
