package io.qunbot.simulation.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Messages to customer groups that a member must confirm (documents 92135 and 93338). Thread-safe. */
final class TaskDesk {

    private static final int REMINDERS = 3;

    private final Map<String, Task> tasks = new HashMap<>();
    private final Set<String> full = new HashSet<>();

    private static final class Task {
        private final String sender;
        private final List<String> chats;
        private boolean confirmed;
        private boolean cancelled;
        private int reminders;

        Task(String sender, List<String> chats) {
            this.sender = sender;
            this.chats = List.copyOf(chats);
        }
    }

    /** This group has had its messages of the month. */
    synchronized void full(String chat) {
        full.add(chat);
    }

    /** The member presses the button. */
    synchronized void confirm(String msgid) {
        Task task = tasks.get(msgid);
        if (task != null && !task.cancelled) {
            task.confirmed = true;
        }
    }

    /** {@code /cgi-bin/externalcontact/add_msg_template}. */
    synchronized JsonObject add(Received request, Form form) throws Refused {
        if (!form.optional("chat_type").equals("group")) {
            throw new Refused(Form.WRONG, "this stand-in knows groups only");
        }
        String sender = form.text("sender", 41009);
        if (form.has("text")) {
            form.form("text").text("content", 44004, 4000);
        }
        if (!form.has("text") && form.list("attachments", 0, 9).isEmpty()) {
            throw new Refused(40063, "text and attachments both missing");
        }
        for (JsonElement each : form.list("attachments", 0, 9)) {
            attachment(new Form(each.getAsJsonObject()));
        }
        List<String> chats = new ArrayList<>(form.texts("chat_id_list", 0, 2000));
        List<String> failed = chats.stream().filter(full::contains).toList();
        if (!chats.isEmpty() && failed.size() == chats.size()) {
            throw new Refused(41048, "no customer to send");
        }
        chats.removeAll(failed);
        String id = "msgGCAAAXtWyujaWJHDDGi0mAAA" + (tasks.size() + 1);
        tasks.put(id, new Task(sender, chats));
        JsonObject answer = Endpoints.with("msgid", id);
        JsonArray list = new JsonArray();
        failed.forEach(list::add);
        answer.add("fail_list", list);
        return answer;
    }

    private static void attachment(Form attachment) throws Refused {
        String kind = attachment.text("msgtype", 40008);
        switch (kind) {
            case "image", "file", "video" -> attachment.form(kind).text("media_id", 40007);
            case "link" -> {
                attachment.form(kind).text("title", 41016, 128);
                attachment.form(kind).text("url", 41010, 2048);
            }
            default -> throw new Refused(40008, "invalid message type");
        }
    }

    private Task task(Form form) throws Refused {
        Task task = tasks.get(form.text("msgid", Form.WRONG));
        if (task == null) {
            throw new Refused(Form.WRONG, "invalid msgid");
        }
        return task;
    }

    /** {@code /cgi-bin/externalcontact/get_groupmsg_task}. */
    synchronized JsonObject members(Received request, Form form) throws Refused {
        Task task = task(form);
        JsonObject member = Endpoints.with("userid", task.sender);
        member.addProperty("status", task.confirmed ? 2 : 0);
        return list("task_list", List.of(member));
    }

    /** {@code /cgi-bin/externalcontact/get_groupmsg_send_result}. */
    synchronized JsonObject results(Received request, Form form) throws Refused {
        Task task = task(form);
        form.text("userid", 41009);
        List<JsonObject> results = new ArrayList<>();
        for (String chat : task.chats) {
            JsonObject result = Endpoints.with("chat_id", chat);
            result.addProperty("userid", task.sender);
            result.addProperty("status", task.confirmed ? full.contains(chat) ? 3 : 1 : 0);
            results.add(result);
        }
        return list("send_list", results);
    }

    private static JsonObject list(String name, List<JsonObject> objects) {
        JsonArray list = new JsonArray();
        objects.forEach(list::add);
        JsonObject answer = Endpoints.with("next_cursor", "");
        answer.add(name, list);
        return answer;
    }

    /** {@code /cgi-bin/externalcontact/remind_groupmsg_send}. */
    synchronized JsonObject remind(Received request, Form form) throws Refused {
        if (++task(form).reminders > REMINDERS) {
            throw new Refused(41093, "remind too often");
        }
        return new JsonObject();
    }

    /** {@code /cgi-bin/externalcontact/cancel_groupmsg_send}. */
    synchronized JsonObject cancel(Received request, Form form) throws Refused {
        task(form).cancelled = true;
        return new JsonObject();
    }
}
