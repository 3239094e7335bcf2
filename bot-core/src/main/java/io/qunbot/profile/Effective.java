package io.qunbot.profile;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.YamlMap;
import java.util.Optional;

/**
 * A profile with everything it inherits, or one group's own version of it; every value knows where it was
 * written.
 *
 * @param id the profile's
 * @param file where the profile is written
 * @param claim what gives it to the group; empty when a profile was asked for
 */
public record Effective(String id, String file, Optional<Located<GroupClaim>> claim, YamlMap tree) {}
