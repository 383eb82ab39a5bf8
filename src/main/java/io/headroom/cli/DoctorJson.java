package io.headroom.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.collector.AccessReport;
import io.headroom.collector.AgentSetup;
import io.headroom.collector.CollectionProblem;
import io.headroom.collector.Identity;
import io.headroom.collector.Permission;
import io.headroom.collector.Probe;
import io.headroom.collector.Scope;
import io.headroom.collector.examination.ScopeFindings;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Provider;
import io.headroom.report.JsonFields;
import io.headroom.report.OutputFormat;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a diagnosis for programs. */
final class DoctorJson {

  private final JsonGenerator json;
  private final JsonFields fields;

  DoctorJson(JsonGenerator json) {
    this.json = json;
    this.fields = new JsonFields(json);
  }

  void write(Diagnosis diagnosis) throws IOException {
    json.writeStartObject();
    json.writeStringField("api_version", OutputFormat.API_VERSION);
    json.writeStringField("kind", "Diagnosis");
    json.writeNumberField("to_mend", diagnosis.bad());
    json.writeArrayFieldStart("checks");
    for (DoctorCheck check : diagnosis.checks()) {
      json.writeStartObject();
      json.writeStringField("where", check.where());
      json.writeStringField("check", check.subject());
      json.writeStringField("result", check.result().id());
      json.writeStringField("detail", check.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("scopes");
    for (ScopeFindings found : diagnosis.scopes()) {
      scope(found);
    }
    json.writeEndArray();
    missing(diagnosis);
    json.writeEndObject();
    json.flush();
  }

  private void scope(ScopeFindings found) throws IOException {
    Scope scope = found.scope();
    AccessReport access = found.access();
    json.writeStartObject();
    json.writeStringField("provider", scope.provider().id());
    json.writeStringField("account", scope.account());
    fields.text("region", scope.region());
    fields.text("principal", access.identity().map(Identity::principal));
    fields.text("principal_account", access.identity().map(Identity::account));
    fields.number("clock_ahead_seconds", access.ahead().map(CloudChecks::seconds));
    json.writeArrayFieldStart("permissions");
    for (Probe probe : access.probes()) {
      permission(probe);
    }
    json.writeEndArray();
    json.writeNumberField("machines", found.machines());
    json.writeNumberField("not_running_without_memory", found.notRunning());
    machines(found.withoutMemory());
    setup(found.setup());
    json.writeArrayFieldStart("problems");
    for (CollectionProblem problem : found.problems()) {
      json.writeString(problem.message());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void permission(Probe probe) throws IOException {
    json.writeStartObject();
    json.writeStringField("action", probe.permission().action());
    json.writeStringField("need", probe.permission().need().name().toLowerCase(Locale.ROOT));
    json.writeStringField(
        "result", probe.isAllowed() ? "allowed" : probe.isDenied() ? "denied" : "failed");
    fields.text("message", probe.failure().map(CloudException::getMessage));
    json.writeEndObject();
  }

  private void machines(List<Instance> machines) throws IOException {
    json.writeArrayFieldStart("without_memory");
    for (Instance machine : machines) {
      json.writeStartObject();
      json.writeStringField("id", machine.id());
      json.writeStringField("name", machine.name());
      json.writeStringField("instance_type", machine.type().present());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void setup(List<AgentSetup.Group> groups) throws IOException {
    json.writeArrayFieldStart("agent_setup");
    for (AgentSetup.Group group : groups) {
      json.writeStartObject();
      json.writeStringField("title", group.title());
      json.writeArrayFieldStart("instance_ids");
      for (Instance machine : group.machines()) {
        json.writeString(machine.id());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("commands");
      for (String command : group.commands()) {
        json.writeString(command);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void missing(Diagnosis diagnosis) throws IOException {
    json.writeObjectFieldStart("missing_permissions");
    for (Map.Entry<Provider, List<Permission>> missing : diagnosis.missing().entrySet()) {
      json.writeFieldName(missing.getKey().id());
      new PermissionDocument(missing.getKey(), missing.getValue()).write(json);
    }
    json.writeEndObject();
  }
}
