package io.headroom.ledger.request;

import java.util.function.Function;
import java.util.function.Supplier;

/** Whether a request is to be carried out. */
public sealed interface RequestAdmission {

  /** Returns what one of the functions returns for this answer. */
  <R> R match(
      Supplier<R> isNew,
      Function<StoredAnswer, R> wasAnswered,
      Supplier<R> underWay,
      Supplier<R> otherRequest);

  /** It is new: whoever asked is to carry it out and to keep the answer. */
  record IsNew() implements RequestAdmission {
    @Override
    public <R> R match(
        Supplier<R> isNew,
        Function<StoredAnswer, R> wasAnswered,
        Supplier<R> underWay,
        Supplier<R> otherRequest) {
      return isNew.get();
    }
  }

  /** It was carried out: the answer is to be given again. */
  record WasAnswered(StoredAnswer answer) implements RequestAdmission {
    @Override
    public <R> R match(
        Supplier<R> isNew,
        Function<StoredAnswer, R> wasAnswered,
        Supplier<R> underWay,
        Supplier<R> otherRequest) {
      return wasAnswered.apply(answer);
    }
  }

  /** It is being carried out. */
  record UnderWay() implements RequestAdmission {
    @Override
    public <R> R match(
        Supplier<R> isNew,
        Function<StoredAnswer, R> wasAnswered,
        Supplier<R> underWay,
        Supplier<R> otherRequest) {
      return underWay.get();
    }
  }

  /** The key was used for another request. */
  record OtherRequest() implements RequestAdmission {
    @Override
    public <R> R match(
        Supplier<R> isNew,
        Function<StoredAnswer, R> wasAnswered,
        Supplier<R> underWay,
        Supplier<R> otherRequest) {
      return otherRequest.get();
    }
  }
}
