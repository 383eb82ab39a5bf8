package io.headroom.cloud.gce;

import com.google.api.core.NanoClock;
import com.google.api.gax.retrying.BasicResultRetryAlgorithm;
import com.google.api.gax.retrying.DirectRetryingExecutor;
import com.google.api.gax.retrying.ExponentialRetryAlgorithm;
import com.google.api.gax.retrying.RetryAlgorithm;
import com.google.api.gax.retrying.RetrySettings;
import com.google.api.gax.retrying.RetryingFuture;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Makes calls that read, and makes them again while {@link GceErrors} says that this may help. It
 * is the one layer of retries: the clients' own cannot tell a throttled REST call (403 with a
 * reason) from a denied one.
 */
public final class GceCalls {

  private static final RetrySettings PATIENT =
      RetrySettings.newBuilder()
          .setInitialRetryDelayDuration(Duration.ofMillis(500))
          .setRetryDelayMultiplier(2)
          .setMaxRetryDelayDuration(Duration.ofSeconds(16))
          .setTotalTimeoutDuration(Duration.ofMinutes(5))
          .setMaxAttempts(7)
          .build();

  private final RetrySettings settings;

  private GceCalls(RetrySettings settings) {
    this.settings = settings;
  }

  /** Returns calls that are made up to seven times within five minutes. */
  public static GceCalls patient() {
    return new GceCalls(PATIENT);
  }

  /** Returns calls that are made up to {@code attempts} times, a moment apart. */
  public static GceCalls hasty(int attempts) {
    return new GceCalls(
        PATIENT.toBuilder()
            .setInitialRetryDelayDuration(Duration.ofMillis(1))
            .setMaxRetryDelayDuration(Duration.ofMillis(10))
            .setMaxAttempts(attempts)
            .build());
  }

  /**
   * Makes a call and returns its answer.
   *
   * @throws io.headroom.model.cloud.CloudException if it fails for good
   */
  public <T> T make(GceCall what, Callable<T> call) {
    RetryAlgorithm<T> algorithm =
        new RetryAlgorithm<>(
            new WhilePassing<>(),
            new ExponentialRetryAlgorithm(settings, NanoClock.getDefaultClock()));
    DirectRetryingExecutor<T> executor = new DirectRetryingExecutor<>(algorithm);
    RetryingFuture<T> answer = executor.createFuture(call);
    try {
      return executor.submit(answer).get();
    } catch (ExecutionException e) {
      throw GceErrors.of(e.getCause() == null ? e : e.getCause(), what);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GceErrors.interrupted(what, e);
    }
  }

  private static final class WhilePassing<T> extends BasicResultRetryAlgorithm<T> {
    @Override
    public boolean shouldRetry(Throwable failure, T answer) {
      return failure != null && GceErrors.isPassing(failure);
    }
  }
}
