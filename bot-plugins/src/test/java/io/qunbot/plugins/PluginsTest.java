package io.qunbot.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.plugin.Plugin;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class PluginsTest {

    @Test
    void areFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(Plugin.class)).extracting(plugin -> plugin.name())
                .containsExactlyInAnyOrder("archive", "welcome", "reply", "optout", "topics", "signup", "rollcall",
                        "sla", "lifecycle", "leads", "guard", "adopt");
    }
}
