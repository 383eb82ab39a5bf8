package io.headroom.engine.demand;

import java.util.Arrays;

/**
 * Keeps the k largest of the values it is given: one comparison for nearly every value, no sort. A
 * min-heap in an array, its root the smallest that is kept.
 */
final class LargestValues {

  private final float[] heap;
  private int size;

  /**
   * Keeps {@code count} values.
   *
   * @param count 1 or more
   */
  LargestValues(int count) {
    heap = new float[count];
  }

  void add(float value) {
    if (size < heap.length) {
      heap[size] = value;
      siftUp(size);
      size++;
    } else if (value > heap[0]) {
      heap[0] = value;
      siftDown();
    }
  }

  /** Returns the k-th largest value, or the smallest if fewer were given. At least one must be. */
  float smallestKept() {
    if (size == 0) {
      throw new IllegalStateException("no value was given");
    }
    return heap[0];
  }

  /**
   * Returns the largest value by rank.
   *
   * @param rank 1 for the largest of all; not more than are kept
   */
  float largest(int rank) {
    float[] sorted = Arrays.copyOf(heap, size);
    Arrays.sort(sorted);
    return sorted[size - rank];
  }

  private void siftUp(int start) {
    int child = start;
    while (child > 0 && heap[child] < heap[(child - 1) / 2]) {
      swap(child, (child - 1) / 2);
      child = (child - 1) / 2;
    }
  }

  private void siftDown() {
    int parent = 0;
    while (true) {
      int child = 2 * parent + 1;
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (child >= size || heap[parent] <= heap[child]) {
        return;
      }
      swap(parent, child);
      parent = child;
    }
  }

  private void swap(int one, int other) {
    float held = heap[one];
    heap[one] = heap[other];
    heap[other] = held;
  }
}
