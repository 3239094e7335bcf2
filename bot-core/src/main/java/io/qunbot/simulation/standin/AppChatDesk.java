package io.qunbot.simulation.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Groups that an app creates (documents 90245, 98913 and 90248). Thread-safe. */
final class AppChatDesk {

    private final Map<String, JsonObject> chats = new ConcurrentHashMap<>();

    /** {@code /cgi-bin/appchat/create}. */
    JsonObject create(Received request, Form form) throws Refused {
        List<String> members = form.texts("userlist", 0, 2000);
        if (members.size() < 2) {
            throw new Refused(86006, "too few members");
        }
        String id = form.has("chatid") ? form.text("chatid", 86001) : "chat" + (chats.size() + 1);
        if (!id.matches("[0-9a-zA-Z]{1,32}")) {
            throw new Refused(86001, "invalid chatid");
        }
        JsonObject chat = Endpoints.with("chatid", id);
        chat.addProperty("name", form.has("name") ? form.text("name", 86004, 150) : "群聊");
        chat.addProperty("owner", form.has("owner") ? form.text("owner", 86005) : members.getFirst());
        JsonArray list = new JsonArray();
        members.forEach(list::add);
        chat.add("userlist", list);
        if (chats.putIfAbsent(id, chat) != null) {
            throw new Refused(86215, "chatid exists");
        }
        return Endpoints.with("chatid", id);
    }

    private JsonObject chat(String id) throws Refused {
        JsonObject chat = chats.get(id);
        if (chat == null) {
            throw new Refused(86003, "chatid not exist");
        }
        return chat;
    }

    /** {@code /cgi-bin/appchat/update}. */
    JsonObject update(Received request, Form form) throws Refused {
        JsonObject chat = chat(form.text("chatid", 86001));
        if (form.has("name")) {
            chat.addProperty("name", form.text("name", 86004, 150));
        }
        if (form.has("owner")) {
            chat.addProperty("owner", form.text("owner", 86005));
        }
        JsonArray members = new JsonArray();
        List<String> gone = form.texts("del_user_list", 0, 2000);
        for (JsonElement member : chat.getAsJsonArray("userlist")) {
            if (!gone.contains(member.getAsString())) {
                members.add(member);
            }
        }
        form.texts("add_user_list", 0, 2000).forEach(members::add);
        chat.add("userlist", members);
        return new JsonObject();
    }

    /** {@code /cgi-bin/appchat/get}. */
    JsonObject get(Received request, Form form) throws Refused {
        JsonObject answer = new JsonObject();
        answer.add("chat_info", chat(request.query().getOrDefault("chatid", "")));
        return answer;
    }

    /** {@code /cgi-bin/appchat/send}. */
    JsonObject send(Received request, Form form) throws Refused {
        chat(form.text("chatid", 86001));
        String kind = form.text("msgtype", 40008);
        switch (kind) {
            case "text" -> form.form(kind).text("content", 44004, 2048);
            case "markdown" -> form.form(kind).text("content", 44004, 2048);
            case "image", "file" -> form.form(kind).text("media_id", 41006);
            case "news" -> MessageForms.news(form.form(kind));
            default -> throw new Refused(40008, "invalid message type");
        }
        return new JsonObject();
    }
}
