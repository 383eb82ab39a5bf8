package io.headroom.http.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.catalog.Catalogs;
import io.headroom.catalog.snapshot.SnapshotRegion;
import io.headroom.document.Excerpt;
import io.headroom.http.access.Roles;
import io.headroom.http.answer.Answer;
import io.headroom.http.answer.Paging;
import io.headroom.http.problem.ProblemException;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.Share;
import io.headroom.report.JsonFields;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** The regions that are known, and their types with prices. */
@Path("/api/v1/catalog/regions")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
public final class CatalogResource {

  private static final Comparator<Offering> BY_NAME =
      Comparator.comparing(offering -> offering.type().name());

  private final Catalogs catalogs;

  CatalogResource(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  /** Returns all regions. */
  @GET
  public Response regions(@Context Request request) {
    String body =
        Answer.document(
            "RegionList",
            json -> {
              json.writeArrayFieldStart("items");
              for (SnapshotRegion region : catalogs.regions()) {
                write(json, region);
              }
              json.writeEndArray();
            });
    return Answer.tagged(request, body).build();
  }

  private static void write(JsonGenerator json, SnapshotRegion region) throws IOException {
    json.writeStartObject();
    json.writeStringField("provider", region.provider().id());
    json.writeStringField("region", region.region());
    json.writeStringField("currency", region.currency().getCurrencyCode());
    json.writeStringField("price_date", region.priceDate().toString());
    json.writeNumberField("types", region.types());
    json.writeStringField("source", region.source());
    json.writeStringField("licence", region.licence());
    json.writeEndObject();
  }

  /** Returns a page of the types of a region, by name. */
  @GET
  @Path("{provider}/{region}/types")
  public Response types(
      @PathParam("provider") String provider,
      @PathParam("region") String region,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @Context Request request) {
    List<Offering> offerings =
        region(provider, region).offerings().values().stream().sorted(BY_NAME).toList();
    Paging.Page<Offering> page =
        Paging.page(
            offerings,
            "name",
            offering -> offering.type().name(),
            Query.wholeNumber("limit", limit),
            cursor);
    String body =
        Answer.document(
            "InstanceTypeList",
            json -> {
              json.writeArrayFieldStart("items");
              for (Offering offering : page.items()) {
                write(json, offering);
              }
              json.writeEndArray();
              json.writeNumberField("total", page.total());
              PageJson.next(json, page);
            });
    return Answer.tagged(request, body).build();
  }

  /** Returns one type, custom shapes of GCE too. */
  @GET
  @Path("{provider}/{region}/types/{type}")
  public Response type(
      @PathParam("provider") String provider,
      @PathParam("region") String region,
      @PathParam("type") String type,
      @Context Request request) {
    Offering offering =
        region(provider, region)
            .find(type)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "the type " + Excerpt.of(type), "the path without it lists the types"));
    String body =
        Answer.document(
            "InstanceType",
            json -> {
              json.writeFieldName("item");
              write(json, offering);
            });
    return Answer.tagged(request, body).build();
  }

  private RegionCatalog region(String provider, String region) {
    Provider known =
        Provider.ofId(provider)
            .orElseThrow(() -> Query.oneOf("provider", provider, List.of("aws", "gce")));
    if (!SnapshotRegion.isName(region)) {
      throw ProblemException.invalid("region", region, "lower-case letters, digits and hyphens");
    }
    return catalogs.region(known, region);
  }

  private static void write(JsonGenerator json, Offering offering) throws IOException {
    JsonFields fields = new JsonFields(json);
    json.writeStartObject();
    json.writeStringField("instance_type", offering.type().name());
    json.writeStringField("family", offering.type().family());
    json.writeNumberField("vcpus", plain(offering.type().vcpus().value()));
    json.writeNumberField("sustained_vcpus", plain(offering.type().sustained().value()));
    json.writeNumberField("memory_mib", offering.type().memory().wholeRoundedUp());
    fields.price("monthly_price", offering.monthly(Share.ALL));
    json.writeStringField("price_basis", offering.basis().id());
    json.writeEndObject();
  }

  private static BigDecimal plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros();
  }
}
