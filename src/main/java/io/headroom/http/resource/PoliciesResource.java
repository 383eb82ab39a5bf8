package io.headroom.http.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.advice.Adviser;
import io.headroom.catalog.Catalogs;
import io.headroom.http.access.Roles;
import io.headroom.http.answer.Answer;
import io.headroom.http.evaluate.PolicyShelf;
import io.headroom.http.fleet.JudgedFleet;
import io.headroom.http.fleet.ServedFleet;
import io.headroom.http.problem.ProblemCode;
import io.headroom.http.problem.ProblemException;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import io.headroom.policy.PolicySet;
import io.headroom.policy.file.LoadedPolicy;
import io.headroom.policy.file.PolicyReader;
import io.headroom.policy.file.ShippedPolicies;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The policies: what there is, whether another one is valid, and what it would say. */
@Path("/api/v1")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
public final class PoliciesResource {

  private static final int LARGEST = 256 * 1024;

  private final PolicyShelf shelf;
  private final ServedFleet fleet;
  private final Catalogs catalogs;

  PoliciesResource(PolicyShelf shelf, ServedFleet fleet, Catalogs catalogs) {
    this.shelf = shelf;
    this.fleet = fleet;
    this.catalogs = catalogs;
  }

  /** Returns all policies, and which of them are in force. */
  @GET
  @Path("policies")
  public Response list(@Context Request request) {
    String body =
        Answer.document(
            "PolicyList",
            json -> {
              json.writeArrayFieldStart("items");
              for (LoadedPolicy policy : shelf.all()) {
                write(json, policy);
              }
              json.writeEndArray();
              json.writeArrayFieldStart("in_force");
              for (LoadedPolicy policy : shelf.standard()) {
                json.writeString(policy.name());
              }
              json.writeEndArray();
            });
    return Answer.tagged(request, body).build();
  }

  private static void write(JsonGenerator json, LoadedPolicy policy) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", policy.name());
    json.writeStringField("description", policy.policy().description());
    json.writeStringField("hash", policy.hash().toString());
    json.writeEndObject();
  }

  /** Returns one policy; of a shipped one also the text of its file. */
  @GET
  @Path("policies/{name}")
  public Response one(@PathParam("name") String name, @Context Request request) {
    LoadedPolicy policy = shelf.named(name);
    String body =
        Answer.document(
            "Policy",
            json -> {
              json.writeFieldName("item");
              write(json, policy);
              if (policy.origin().startsWith("shipped policy")) {
                json.writeStringField("text", ShippedPolicies.text(policy.name()));
              } else {
                json.writeNullField("text");
              }
            });
    return Answer.tagged(request, body).build();
  }

  /** Says whether a policy is valid; every error has its line and column. */
  @POST
  @Path("policies:validate")
  @Consumes({"application/yaml", "text/plain", MediaType.APPLICATION_JSON})
  public String validate(byte[] body) {
    LoadedPolicy policy = read(body);
    return Answer.document(
        "PolicyCheck",
        json -> {
          json.writeBooleanField("valid", true);
          json.writeFieldName("item");
          write(json, policy);
        });
  }

  /** Returns what a policy would say of the machines that are served, beside what is said now. */
  @POST
  @Path("policies:test")
  @Consumes({"application/yaml", "text/plain", MediaType.APPLICATION_JSON})
  public String test(byte[] body) throws InterruptedException {
    LoadedPolicy policy = read(body);
    JudgedFleet judged = fleet.judged();
    Adviser adviser =
        new Adviser(new PolicySet(List.of(policy)), catalogs, judged.adviser().asOf());
    List<Compared> compared = new ArrayList<>();
    for (Verdict now : judged.verdicts().values()) {
      compared.add(new Compared(now, adviser.verdict(fleet.observation(now.instance().id()))));
    }
    return Answer.document(
        "PolicyTrial",
        json -> {
          json.writeStringField("policy", policy.name());
          json.writeStringField("as_of", judged.adviser().asOf().toString());
          json.writeNumberField("instances", compared.size());
          json.writeNumberField("changed", compared.stream().filter(Compared::differs).count());
          json.writeArrayFieldStart("items");
          for (Compared one : compared) {
            one.write(json);
          }
          json.writeEndArray();
        });
  }

  /** What is said of a machine, and what the policy would say. */
  private record Compared(Verdict now, Verdict then) {

    boolean differs() {
      return now.finding() != then.finding() || !type(now).equals(type(then));
    }

    private static String type(Verdict verdict) {
      return verdict
          .recommended()
          .map(Option::instanceType)
          .orElse(verdict.current().instanceType());
    }

    void write(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField("instance_id", now.instance().id());
      json.writeStringField("name", now.instance().name());
      json.writeBooleanField("changed", differs());
      json.writeStringField("finding", now.finding().name());
      json.writeStringField("type", type(now));
      json.writeStringField("finding_with_policy", then.finding().name());
      json.writeStringField("type_with_policy", type(then));
      json.writeEndObject();
    }
  }

  private static LoadedPolicy read(byte[] body) {
    if (body.length == 0 || body.length > LARGEST) {
      throw new ProblemException(
          body.length == 0 ? ProblemCode.INVALID_REQUEST : ProblemCode.TOO_LARGE,
          "Invalid policy: " + body.length + " bytes; expected 1 to " + LARGEST);
    }
    return PolicyReader.read("policy", new String(body, UTF_8).getBytes(UTF_8));
  }
}
