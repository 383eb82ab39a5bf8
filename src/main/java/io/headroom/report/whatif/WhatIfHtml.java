package io.headroom.report.whatif;

import io.headroom.advice.ComparedSize;
import io.headroom.advice.SizeComparison;
import io.headroom.model.catalog.InstanceType;
import io.headroom.report.Amounts;
import io.headroom.report.PlainText;
import io.headroom.report.page.DocumentPage;
import io.headroom.report.page.DocumentView;
import io.headroom.report.picture.SizePictures;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Sizes side by side as a page with pictures. */
final class WhatIfHtml {

  private WhatIfHtml() {}

  static void write(SizeComparison comparison, Writer out) throws IOException {
    SizePictures pictures = SizePictures.of(comparison, Amounts::shown, TimeWords::shown);
    WhatIfTable table = new WhatIfTable(comparison);
    DocumentPage.write(
        new DocumentView(
            PlainText.forTerminal(comparison.verdict().instance().label()),
            "The recorded demand of " + comparison.days().size() + " days on other sizes",
            comparison.sizes().stream().map(WhatIfHtml::card).toList(),
            Felt.sentences(comparison),
            pictures.history(),
            pictures.bars(),
            List.of(new DocumentView.Table("All measures", table.headers(), table.rows())),
            WhatIfText.notes(comparison).stream().map(PlainText::forTerminal).toList()),
        out);
  }

  private static DocumentView.Card card(ComparedSize size) {
    InstanceType type = size.trial().type();
    return new DocumentView.Card(
        Felt.roles(size),
        type.name(),
        SizePictures.style(size),
        type.vcpus()
            + " vCPU, "
            + type.memory()
            + size.trial()
                .price()
                .map(price -> ", " + Amounts.shown(price) + " a month")
                .orElse(""));
  }
}
