package io.headroom.wiring;

/**
 * Where libraries log to: nowhere from the command line, which says itself what there is to say,
 * and to the log of the service from the service. It is settled before anything asks for a logger.
 */
final class LogChoice {

  private static final String SERVICE = "serve";

  private LogChoice() {}

  /** Settles it for these arguments. */
  static void before(String[] arguments) {
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    System.setProperty("slf4j.internal.verbosity", "WARN");
    if (arguments.length > 0 && arguments[0].equals(SERVICE)) {
      System.setProperty("slf4j.provider", "org.slf4j.impl.JBossSlf4jServiceProvider");
    } else {
      System.setProperty("slf4j.provider", "org.slf4j.nop.NOPServiceProvider");
    }
  }
}
