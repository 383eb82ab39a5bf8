package io.headroom.cloud.gce.catalog;

import io.headroom.testing.LoopbackServer.Answer;
import io.headroom.testing.LoopbackServer.Request;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compute Engine and Cloud Billing as far as they list types and SKUs of us-central1, in pages;
 * what is not asked for in the documented way is refused.
 *
 * @param types machine types by zone, in JSON
 */
record GoogleAnswers(Map<String, List<String>> types, List<String> skus) {

  private static final int PAGE = 50;
  private static final String JSON = "application/json; charset=UTF-8";
  private static final String PROJECT = "/compute/v1/projects/demo-a/";
  private static final Pattern TYPES =
      Pattern.compile(Pattern.quote(PROJECT) + "zones/([a-z0-9-]+)/machineTypes");

  Answer answer(Request request) {
    URI target = URI.create(request.target());
    Matcher zone = TYPES.matcher(target.getPath());
    if (!request.method().equals("GET")) {
      return error(405, "methodNotAllowed", "no");
    }
    if (target.getPath().equals(PROJECT + "regions/us-central1")) {
      return region();
    }
    if (zone.matches() && types.containsKey(zone.group(1))) {
      return page("items", types.get(zone.group(1)), query(target));
    }
    boolean prices = target.getPath().equals("/v1/services/6F81-5844-456A/skus");
    if (prices && "USD".equals(query(target).get("currencyCode"))) {
      return page("skus", skus, query(target));
    }
    return error(404, "notFound", "nothing is at " + target.getPath());
  }

  private Answer region() {
    List<String> zones =
        types.keySet().stream()
            .map(
                zone ->
                    "\"https://www.googleapis.com/compute/v1/projects/demo-a/zones/" + zone + "\"")
            .toList();
    return json("{\"name\": \"us-central1\", \"zones\": [" + String.join(", ", zones) + "]}");
  }

  private static Answer page(String name, List<String> items, Map<String, String> query) {
    int start = Integer.parseInt(query.getOrDefault("pageToken", "0"));
    int end = Math.min(items.size(), start + PAGE);
    String token = end < items.size() ? Integer.toString(end) : "";
    return json(
        "{\""
            + name
            + "\": ["
            + String.join(", ", items.subList(start, end))
            + "]"
            + (token.isEmpty() ? "" : ", \"nextPageToken\": \"" + token + "\"")
            + "}");
  }

  static Answer error(int status, String reason, String message) {
    return Answer.of(
        status,
        JSON,
        "{\"error\": {\"code\": "
            + status
            + ", \"message\": \""
            + message
            + "\", \"errors\": [{\"reason\": \""
            + reason
            + "\"}]}}");
  }

  private static Answer json(String text) {
    return Answer.of(200, JSON, text);
  }

  private static Map<String, String> query(URI target) {
    Map<String, String> query = new TreeMap<>();
    if (target.getQuery() != null) {
      Arrays.stream(target.getQuery().split("&", -1))
          .map(pair -> pair.split("=", 2))
          .filter(pair -> pair.length == 2)
          .forEach(pair -> query.put(pair[0], pair[1]));
    }
    return query;
  }
}
