package io.qunbot.profile;

import io.qunbot.plugin.Occasion;
import io.qunbot.yaml.Place;
import java.util.List;

/**
 * What one plugin of a profile does.
 *
 * @param place where the plugin is written in the profile
 */
public record Activity(String plugin, Place place, List<Occasion> occasions) {

    public Activity {
        occasions = List.copyOf(occasions);
    }
}
