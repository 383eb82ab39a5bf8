package io.headroom.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.collector.Permission;
import io.headroom.model.machine.Provider;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Permissions in the form that their provider takes: an identity policy of AWS, a custom role of
 * Google.
 */
final class PermissionDocument {

  /** Id of the custom role; Google allows letters, digits, periods and underscores. */
  static final String ROLE_ID = "headroomReader";

  private final Provider provider;
  private final List<Permission> permissions;

  PermissionDocument(Provider provider, List<Permission> permissions) {
    this.provider = provider;
    this.permissions = permissions.stream().sorted().toList();
  }

  /** Writes the document, and nothing if no permission is asked for. */
  void write(JsonGenerator json) throws IOException {
    switch (provider) {
      case AWS -> policy(json);
      case GCE -> role(json);
    }
  }

  private void policy(JsonGenerator json) throws IOException {
    SortedMap<Permission.Need, List<Permission>> byNeed =
        permissions.stream()
            .collect(Collectors.groupingBy(Permission::need, TreeMap::new, Collectors.toList()));
    json.writeStartObject();
    json.writeStringField("Version", "2012-10-17");
    json.writeArrayFieldStart("Statement");
    for (var part : byNeed.entrySet()) {
      json.writeStartObject();
      json.writeStringField("Sid", sid(part.getKey()));
      json.writeStringField("Effect", "Allow");
      actions(json, "Action", part.getValue());
      json.writeStringField("Resource", "*");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** A Sid may have letters and digits alone. */
  private static String sid(Permission.Need need) {
    return switch (need) {
      case COLLECT -> "HeadroomCollect";
      case CATALOG -> "HeadroomCatalog";
    };
  }

  private void role(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("title", "Headroom reader");
    json.writeStringField(
        "description", "Reads machines, what they use, machine types and prices; changes nothing");
    json.writeStringField("stage", "GA");
    actions(json, "includedPermissions", permissions);
    json.writeEndObject();
  }

  private static void actions(JsonGenerator json, String field, List<Permission> some)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Permission one : some) {
      json.writeString(one.action());
    }
    json.writeEndArray();
  }
}
