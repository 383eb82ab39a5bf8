package io.headroom.testing;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes states as {@code terraform show -json} prints them. */
public final class States {

  private States() {}

  /** A state whose root module has these resources and child modules. */
  public static String state(String... parts) {
    return "{\"format_version\": \"1.0\", \"terraform_version\": \"1.11.4\", \"values\": {"
        + "\"outputs\": {\"x\": {\"sensitive\": false, \"value\": [1]}}, \"root_module\": "
        + module(parts)
        + "}}";
  }

  /** A module; parts that begin with "child:" are its child modules, the others its resources. */
  public static String module(String... parts) {
    return "{\"resources\": ["
        + Arrays.stream(parts)
            .filter(part -> !part.startsWith("child:"))
            .collect(Collectors.joining(","))
        + "], \"address\": \"module.any\", \"child_modules\": ["
        + Arrays.stream(parts)
            .filter(part -> part.startsWith("child:"))
            .map(part -> part.substring("child:".length()))
            .collect(Collectors.joining(","))
        + "]}";
  }

  /** A child module, for {@link #state} and {@link #module}. */
  public static String child(String... parts) {
    return "child:" + module(parts);
  }

  /** An EC2 machine. */
  public static String ec2(String address, String id, String type) {
    return resource(
        "managed",
        "aws_instance",
        address,
        "\"id\": \"" + id + "\", \"instance_type\": \"" + type + "\", \"tags\": {\"a\": \"b\"}");
  }

  /** A resource of any kind, with these values. */
  public static String resource(String mode, String type, String address, String values) {
    return "{\"address\": \""
        + address.replace("\\", "\\\\").replace("\"", "\\\"")
        + "\", \"mode\": \""
        + mode
        + "\", \"type\": \""
        + type
        + "\", \"name\": \"this\", \"schema_version\": 1, \"values\": {"
        + values
        + ", \"root_block_device\": [{\"tags\": {\"headroom:workers\": \"77\"}}]},"
        + " \"sensitive_values\": {\"id\": true}, \"depends_on\": [\"data.x\"]}";
  }
}
