package io.qunbot.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HouseZoneTest {

    private static ZoneId zone(String... files) {
        TreeMap<String, byte[]> bytes = new TreeMap<>();
        for (String file : files) {
            bytes.put("rules/" + bytes.size() + ".yaml", file.getBytes(StandardCharsets.UTF_8));
        }
        return HouseZone.of(bytes);
    }

    @Test
    void isThatOfMostProfilesAlsoWhenItIsInherited() {
        assertThat(zone("profile: base\nabstract: true\nzone: Asia/Tokyo\n", "profile: a\nextends: base\n",
                "profile: b\nextends: base\n", "profile: c\nzone: Europe/Berlin\n")).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void isWhatProfilesHaveByDefaultWhereNothingCanBeRead() {
        ZoneId usual = ZoneId.of("Asia/Shanghai");

        assertThat(zone()).isEqualTo(usual);
        assertThat(zone("profile: a\n")).isEqualTo(usual);
        assertThat(zone("profile: a\nzone: Mars/Base\n", ": [")).isEqualTo(usual);
    }
}
