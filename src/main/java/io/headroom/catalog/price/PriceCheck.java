package io.headroom.catalog.price;

import io.headroom.document.DocumentException;
import io.headroom.document.DocumentNode;
import io.headroom.document.DocumentProblem;
import io.headroom.model.machine.Provider;
import java.util.ArrayList;
import java.util.List;

/** Checks that a price file is about something the catalog knows. */
final class PriceCheck {

  private final PriceFile file;
  private final RegionSource lists;
  private final RegionSource all;
  private final List<DocumentProblem> problems = new ArrayList<>();

  PriceCheck(PriceFile file, RegionSource lists) {
    this.file = file;
    this.lists = lists;
    this.all = file.over(lists);
  }

  void requireKnown() {
    file.declared().forEach(this::checkDeclared);
    for (PriceEntry entry : file.entries()) {
      all.find(entry.provider(), entry.region())
          .ifPresentOrElse(
              list -> problems.addAll(new EntryCheck(entry, file.currency(), list).problems()),
              () -> unknownRegion(entry.source().get("region"), entry.provider(), all));
    }
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
  }

  private void checkDeclared(DeclaredRegion declared) {
    List<String> listed = lists.regions(declared.provider());
    if (listed.contains(declared.region())) {
      problems.add(
          declared
              .source()
              .get("region")
              .unexpected("a region that is not in the catalog: this one has types of its own"));
    }
    if (!listed.contains(declared.typesFrom())) {
      unknownRegion(declared.source().get("types_from"), declared.provider(), lists);
    }
  }

  private void unknownRegion(DocumentNode node, Provider provider, RegionSource known) {
    problems.add(node.unexpected("one of " + String.join(", ", known.regions(provider))));
  }
}
