package io.headroom.cloud.gce.catalog;

import com.google.cloud.billing.v1.CloudCatalogClient;
import com.google.cloud.billing.v1.CloudCatalogSettings;
import com.google.cloud.billing.v1.ListSkusRequest;
import com.google.cloud.billing.v1.ListSkusResponse;
import com.google.cloud.billing.v1.PricingExpression;
import com.google.cloud.billing.v1.Sku;
import com.google.type.Money;
import io.headroom.cloud.gce.GceCall;
import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceEndpoint;
import io.headroom.cloud.gce.GceErrors;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The SKUs of Compute Engine in the Cloud Billing Catalog, a page in memory at a time. */
final class BillingSkus implements AutoCloseable {

  private static final String COMPUTE_ENGINE = "services/6F81-5844-456A";
  private static final int SKUS_A_PAGE = 5000;
  private static final int NANO_DECIMALS = 9;
  private static final String ON_DEMAND = "OnDemand";

  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-billing.readonly";
  private static final GceCall LISTING =
      new GceCall(
          "services.skus.list",
          "read the prices of gce",
          "cloudbilling.googleapis.com",
          "roles/serviceusage.serviceUsageConsumer");

  private final CloudCatalogClient client;
  private final GceCalls calls;

  private BillingSkus(CloudCatalogClient client, GceCalls calls) {
    this.client = client;
    this.calls = calls;
  }

  /** Opens the client. */
  static BillingSkus open(Optional<GceEndpoint> endpoint, GceCalls calls) {
    CloudCatalogSettings.Builder settings = CloudCatalogSettings.newHttpJsonBuilder();
    settings.setCredentialsProvider(GoogleAccess.credentials(endpoint, SCOPE));
    endpoint.map(GceEndpoint::url).ifPresent(settings::setEndpoint);
    GoogleAccess.once(settings.listSkusSettings());
    try {
      return new BillingSkus(CloudCatalogClient.create(settings.build()), calls);
    } catch (IOException e) {
      throw GceErrors.notOpened(e);
    }
  }

  /**
   * Reads the prices of what is sold on demand, for all regions.
   *
   * @throws io.headroom.model.cloud.CloudException if a page cannot be had, or the list is empty
   */
  SkuPrices read(Currency currency) {
    SkuPrices prices = new SkuPrices();
    String token = "";
    do {
      ListSkusRequest request =
          ListSkusRequest.newBuilder()
              .setParent(COMPUTE_ENGINE)
              .setPageSize(SKUS_A_PAGE)
              .setCurrencyCode(currency.getCurrencyCode())
              .setPageToken(token)
              .build();
      ListSkusResponse page = calls.make(LISTING, () -> client.listSkusCallable().call(request));
      page.getSkusList().forEach(sku -> add(sku, currency, prices));
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    if (prices.isEmpty()) {
      throw GceErrors.unexpected(LISTING, "the list has no SKU of a machine type");
    }
    return prices;
  }

  private static void add(Sku sku, Currency currency, SkuPrices prices) {
    if (sku.getCategory().getUsageType().equals(ON_DEMAND)) {
      price(sku, currency)
          .ifPresent(price -> prices.add(sku.getDescription(), sku.getServiceRegionsList(), price));
    }
  }

  /** Returns the price of a unit; nothing if it depends on how much is used. */
  private static Optional<UnitPrice> price(Sku sku, Currency currency) {
    if (sku.getPricingInfoCount() == 0) {
      return Optional.empty();
    }
    PricingExpression now =
        sku.getPricingInfo(sku.getPricingInfoCount() - 1).getPricingExpression();
    List<Money> paid =
        now.getTieredRatesList().stream()
            .map(PricingExpression.TierRate::getUnitPrice)
            .filter(money -> amount(money).signum() > 0)
            .distinct()
            .toList();
    return paid.size() == 1 && paid.get(0).getCurrencyCode().equals(currency.getCurrencyCode())
        ? Optional.of(new UnitPrice(amount(paid.get(0)), currency, now.getUsageUnit()))
        : Optional.empty();
  }

  private static BigDecimal amount(Money money) {
    return BigDecimal.valueOf(money.getUnits())
        .add(BigDecimal.valueOf(money.getNanos(), NANO_DECIMALS));
  }

  @Override
  public void close() {
    client.close();
  }
}
