package io.headroom.cloud.aws.metrics;

import java.util.List;

/** Makes one value of the values that several series have in a slot; NaN is no value. */
enum Combination {
  /** The largest: several series of one thing, as after a resize. */
  LARGEST {
    @Override
    float of(float some, float more) {
      return Float.isNaN(some) || more > some ? more : some;
    }
  },
  /** The smallest: what is left of the scarcer of two. */
  SMALLEST {
    @Override
    float of(float some, float more) {
      return Float.isNaN(some) || more < some ? more : some;
    }
  },
  /** The largest of what is used, of percentages that are left. */
  LARGEST_USED {
    @Override
    float of(float some, float more) {
      return LARGEST.of(some, more);
    }

    @Override
    float converted(float value, long stepSeconds) {
      return Math.max(0, 100 - value);
    }
  },
  /** The sum of amounts in the slot, as a rate a second; no value unless every series has one. */
  RATE {
    @Override
    float of(float some, float more) {
      return some + more;
    }

    @Override
    float converted(float value, long stepSeconds) {
      return value / stepSeconds;
    }
  };

  abstract float of(float some, float more);

  /** Brings a value into the unit of the result; NaN stays NaN. */
  float converted(float value, long stepSeconds) {
    return value;
  }

  /** Returns the value of each slot. The arrays are as long as each other. */
  float[] of(List<float[]> inputs, long stepSeconds) {
    float[] result = new float[inputs.get(0).length];
    for (int slot = 0; slot < result.length; slot++) {
      float value = converted(inputs.get(0)[slot], stepSeconds);
      for (int i = 1; i < inputs.size(); i++) {
        float more = converted(inputs.get(i)[slot], stepSeconds);
        value = this == RATE || !Float.isNaN(more) ? of(value, more) : value;
      }
      result[slot] = value;
    }
    return result;
  }
}
