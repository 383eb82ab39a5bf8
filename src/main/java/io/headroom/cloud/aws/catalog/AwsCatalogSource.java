package io.headroom.cloud.aws.catalog;

import io.headroom.catalog.refresh.CatalogSource;
import io.headroom.catalog.refresh.FetchedRegion;
import io.headroom.catalog.refresh.KnownFacts;
import io.headroom.catalog.refresh.TypeNotices;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.SustainedUse;
import io.headroom.model.machine.Provider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;

/**
 * EC2's instance types, from DescribeInstanceTypes and DescribeInstanceTypeOfferings, at the prices
 * of the public price list. Credentials, profiles and endpoints are those of the SDK.
 */
public final class AwsCatalogSource implements CatalogSource {

  private static final String SOURCE =
      "prices: AWS price list; types and limits: EC2 DescribeInstanceTypes; CPU credits: EC2 User"
          + " Guide";
  private static final String LICENCE = "as published by AWS";

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(60);
  private static final Duration CALL = Duration.ofMinutes(2);

  private final SdkHttpClient http;
  private final OfferFiles offers;
  private final Function<Ec2ClientBuilder, Ec2ClientBuilder> settings;

  private AwsCatalogSource(URI priceList, Function<Ec2ClientBuilder, Ec2ClientBuilder> settings) {
    this.http =
        UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE).build();
    this.offers = new OfferFiles(priceList, http);
    this.settings = settings;
  }

  /**
   * Opens the source. Nothing is asked until a region is fetched.
   *
   * @param priceList where the price list is, if not where AWS publishes it
   */
  public static AwsCatalogSource open(Optional<URI> priceList) {
    return new AwsCatalogSource(priceList.orElse(OfferFiles.PUBLIC), builder -> builder);
  }

  /** Opens the source with clients of EC2 that are set up by {@code settings}. */
  static AwsCatalogSource open(
      URI priceList, Function<Ec2ClientBuilder, Ec2ClientBuilder> settings) {
    return new AwsCatalogSource(priceList, settings);
  }

  @Override
  public Provider provider() {
    return Provider.AWS;
  }

  /** Asks EC2 first: it refuses a region within a second, the price list may take minutes. */
  @Override
  public FetchedRegion fetch(String region) {
    List<InstanceTypeInfo> types;
    try (Ec2Client ec2 = client(region)) {
      types = Ec2Types.offered(ec2, region);
    }
    PriceList prices = offers.read(region);
    TypeNotices notices = new TypeNotices();
    Ec2TypeReader reader = new Ec2TypeReader(KnownFacts.of(Provider.AWS), prices);
    List<Offering> offerings =
        types.stream().flatMap(info -> offering(info, reader, prices, notices).stream()).toList();
    return new FetchedRegion(
        RegionCatalog.of(Provider.AWS, region, prices.published(), SOURCE, offerings, List.of()),
        prices.currency(),
        LICENCE,
        notices.sentences());
  }

  private Ec2Client client(String region) {
    return settings
        .apply(
            Ec2Client.builder()
                .region(Region.of(region))
                .httpClient(http)
                .overrideConfiguration(
                    override ->
                        override
                            .retryStrategy(RetryMode.STANDARD)
                            .apiCallTimeout(CALL)
                            .apiCallAttemptTimeout(SILENCE)))
        .build();
  }

  private static Optional<Offering> offering(
      InstanceTypeInfo info, Ec2TypeReader reader, PriceList prices, TypeNotices notices) {
    String name = info.instanceTypeAsString();
    Optional<InstanceType> read = reader.read(info);
    if (read.isEmpty()) {
      notices.add("left out, because their name or instruction set is not known", name);
    }
    return read.map(
        type ->
            new Offering(
                type,
                isPriceable(info, type, prices, notices)
                    ? prices.price(type.name())
                    : Optional.empty(),
                PriceBasis.LIST,
                SustainedUse.NONE));
  }

  /** A burstable type whose credits are not known would look like one that always runs in full. */
  private static boolean isPriceable(
      InstanceTypeInfo info, InstanceType type, PriceList prices, TypeNotices notices) {
    if (prices.ambiguous().contains(type.name())) {
      notices.add("without price, because the price list has several", type.name());
      return false;
    }
    if (Boolean.TRUE.equals(info.burstablePerformanceSupported()) && !type.isBurstable()) {
      notices.add("without price, because their CPU credits are not known", type.name());
      return false;
    }
    return true;
  }

  @Override
  public void close() {
    http.close();
  }
}
