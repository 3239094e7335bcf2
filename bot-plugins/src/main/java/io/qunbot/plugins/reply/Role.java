package io.qunbot.plugins.reply;

import io.qunbot.plugin.Person;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Roles;
import io.qunbot.yaml.Doc;
import java.util.Locale;

/** Who speaks. */
public enum Role {
    @Doc(zh = "成员:不是同事的人", en = "whoever is no colleague")
    MEMBER,
    @Doc(zh = "同事:staff 里写到的人", en = "a colleague named under staff")
    STAFF,
    @Doc(zh = "群主,或 staff 里的 owner", en = "the group's owner, or the post owner")
    OWNER,
    @Doc(zh = "staff 里的 manager", en = "the post manager")
    MANAGER,
    @Doc(zh = "专家:staff 里负责某个话题的人", en = "an expert: whoever has a topic under staff")
    EXPERT,
    @Doc(zh = "活跃的成员", en = "a member who speaks on many days")
    ACTIVE,
    @Doc(zh = "潜水的成员:很久没说话", en = "a lurker: a member who has said nothing for long")
    LURKER;

    boolean isHeldBy(Person person, PluginServices services) {
        return Roles.holds(name().toLowerCase(Locale.ROOT), person, services);
    }
}
