package io.qunbot.plugins.reply;

import io.qunbot.yaml.Doc;

/** Who speaks. */
public enum Role {
    @Doc(zh = "成员:不是同事的人", en = "whoever is no colleague")
    MEMBER,
    @Doc(zh = "同事:staff 里写到的人", en = "a colleague named under staff")
    STAFF
}
