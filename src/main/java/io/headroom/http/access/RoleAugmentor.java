package io.headroom.http.access;

import io.headroom.ledger.access.Role;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Gives callers the roles that theirs includes. Where nobody can sign in, which is on loopback
 * only, everybody may look and nobody may change anything.
 */
@ApplicationScoped
public class RoleAugmentor implements SecurityIdentityAugmentor {

  private final Authentication authentication;

  RoleAugmentor(Authentication authentication) {
    this.authentication = authentication;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom()
        .item(QuarkusSecurityIdentity.builder(identity).addRoles(roles(identity)).build());
  }

  private Set<String> roles(SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      return authentication.isConfigured() ? Set.of() : Set.of(Roles.VIEWER);
    }
    Optional<Role> highest =
        identity.getRoles().stream()
            .map(Role::ofId)
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder());
    return highest.map(Roles::including).orElse(Set.of());
  }
}
