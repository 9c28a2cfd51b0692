package assay.campaigns.csv;

import assay.acquisition.Kind;
import assay.acquisition.Role;
import java.util.Optional;

/**
 * What is known of a column before its cells are looked at.
 *
 * @param role absent if it is to be inferred
 * @param kind absent if it is to be inferred
 * @param unit empty if none is given
 */
record Expectation(Optional<Role> role, Optional<Kind> kind, String unit) {

    boolean is(Role expected) {
        return role.filter(r -> r == expected).isPresent();
    }

    Expectation withRole(Role other) {
        return new Expectation(Optional.of(other), kind, unit);
    }
}
