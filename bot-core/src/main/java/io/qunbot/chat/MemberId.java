package io.qunbot.chat;

/** A person as the channel names them: a colleague's account or a customer's external id. */
public record MemberId(String value) {

    public MemberId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a member id must not be empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
