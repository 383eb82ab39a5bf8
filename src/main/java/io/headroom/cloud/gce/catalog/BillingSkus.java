package io.headroom.cloud.gce.catalog;

import com.google.cloud.billing.v1.CloudCatalogClient;
import com.google.cloud.billing.v1.CloudCatalogSettings;
import com.google.cloud.billing.v1.ListSkusRequest;
import com.google.cloud.billing.v1.PricingExpression;
import com.google.cloud.billing.v1.Sku;
import com.google.type.Money;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
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
  private static final String OPERATION = "services.skus.list";
  private static final String CANNOT = "Cannot read the prices of gce";

  private final CloudCatalogClient client;

  private BillingSkus(CloudCatalogClient client) {
    this.client = client;
  }

  /** Opens the client. */
  static BillingSkus open(Optional<URI> endpoint) {
    CloudCatalogSettings.Builder settings = CloudCatalogSettings.newHttpJsonBuilder();
    settings.setCredentialsProvider(GoogleAccess.credentials(endpoint, SCOPE));
    endpoint.map(URI::toString).ifPresent(settings::setEndpoint);
    settings.listSkusSettings().setRetrySettings(GoogleAccess.patience());
    try {
      return new BillingSkus(CloudCatalogClient.create(settings.build()));
    } catch (IOException e) {
      throw GoogleFailures.of(e, OPERATION);
    }
  }

  /**
   * Reads the prices of what is sold on demand, for all regions.
   *
   * @throws CloudException if a page cannot be had, or the list is empty
   */
  SkuPrices read(Currency currency) {
    ListSkusRequest request =
        ListSkusRequest.newBuilder()
            .setParent(COMPUTE_ENGINE)
            .setPageSize(SKUS_A_PAGE)
            .setCurrencyCode(currency.getCurrencyCode())
            .build();
    SkuPrices prices = new SkuPrices();
    try {
      for (Sku sku : client.listSkus(request).iterateAll()) {
        if (sku.getCategory().getUsageType().equals(ON_DEMAND)) {
          price(sku, currency)
              .ifPresent(
                  price -> prices.add(sku.getDescription(), sku.getServiceRegionsList(), price));
        }
      }
    } catch (RuntimeException e) {
      throw GoogleFailures.of(e, OPERATION, CANNOT, "a role of the project, no more");
    }
    if (prices.isEmpty()) {
      throw new CloudException(
          FailureKind.UNEXPECTED,
          OPERATION,
          "",
          CANNOT + ": " + OPERATION + " has no SKU of a machine type; try again later");
    }
    return prices;
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
