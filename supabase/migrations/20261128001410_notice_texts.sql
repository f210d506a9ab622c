-- The texts as shipped (domain §4.1, §4.6, §7.2): what happened, the date with its weekday, what to do next, whom to ring.
-- Mails and messages name the dossier by its code only; why and which papers is read in the app or at the desk.

insert into app.notice_kinds (position, kind, name) values
	(1, 'receive', 'Tiếp nhận hồ sơ'), (2, 'refuse', 'Không tiếp nhận'),
	(3, 'supplement', 'Yêu cầu bổ sung'), (4, 'supplement-again', 'Yêu cầu bổ sung lần nữa'),
	(5, 'reply', 'Trả lời câu hỏi'), (6, 'resume', 'Đã nhận đủ giấy tờ bổ sung'),
	(7, 'bill', 'Yêu cầu nộp tiền'), (8, 'paid', 'Đã nhận tiền'),
	(9, 'extend', 'Xin lỗi và hẹn lại'), (10, 'move-due', 'Đổi ngày hẹn do lịch làm việc'),
	(11, 'finish', 'Có kết quả'), (12, 'finish-post', 'Có kết quả, sẽ gửi bưu điện'),
	(13, 'return', 'Đã trao kết quả'), (14, 'post', 'Đã gửi kết quả qua bưu điện'), (15, 'correct', 'Sửa kết quả'),
	(16, 'withdraw', 'Ghi nhận xin rút hồ sơ'), (17, 'stop', 'Xác nhận rút hồ sơ'),
	(18, 'halt', 'Dừng giải quyết'), (19, 'replace', 'Được thay bằng hồ sơ mới');

create temp table wording (kind text, title text, app text, mail text, message text);
insert into wording values
('receive', 'Quầy đã tiếp nhận hồ sơ',
'Mã hồ sơ: {mã hồ sơ}.
Nơi giải quyết: {phòng xử lý}.
Hẹn trả kết quả: {ngày hẹn trả}.
Bây giờ bạn chưa phải làm gì. Có tin mới, chúng tôi báo ngay.',
'Quầy đã tiếp nhận hồ sơ {mã hồ sơ} của bạn, lúc {thời điểm}.
Hẹn trả kết quả: {ngày hẹn trả}.

Bây giờ bạn chưa phải làm gì. Có tin mới, chúng tôi báo ngay.',
'Hồ sơ {mã hồ sơ} đã được tiếp nhận.
Hẹn trả kết quả: {ngày hẹn trả}.'),

('refuse', 'Quầy không tiếp nhận hồ sơ',
'Rất tiếc, quầy không tiếp nhận hồ sơ {mã hồ sơ}.
Lý do: {lý do}
Nơi giải quyết đúng: {nơi giải quyết đúng}
Nếu chưa rõ, bạn hãy gọi {điện thoại}. Bạn vẫn nộp được hồ sơ mới.',
'Rất tiếc, quầy không tiếp nhận hồ sơ {mã hồ sơ}, lúc {thời điểm}.

Lý do và cách làm tiếp có ghi trong hồ sơ và trong phiếu của quầy.
Nếu chưa rõ, bạn hãy gọi {điện thoại}. Bạn vẫn nộp được hồ sơ mới.',
'Quầy không tiếp nhận hồ sơ {mã hồ sơ}. Lý do ghi trong phiếu của quầy.'),

('supplement', 'Hồ sơ cần bổ sung giấy tờ',
'Hồ sơ {mã hồ sơ} cần bổ sung giấy tờ.
Số giấy tờ cần gửi: {số giấy tờ}.
Hãy gửi chậm nhất {hạn chót}.
Từng giấy tờ, lý do và cách gửi có ngay trên trang này.
Ngày hẹn trả sẽ được báo khi bạn gửi đủ.',
'Hồ sơ {mã hồ sơ} cần bổ sung giấy tờ.
Số giấy tờ cần gửi: {số giấy tờ}.
Hãy gửi chậm nhất {hạn chót}.

Từng giấy tờ và lý do có ghi trong hồ sơ và trong phiếu của quầy.
Bạn có thể chụp ảnh gửi trên điện thoại hoặc mang đến quầy.
Ngày hẹn trả sẽ được báo khi bạn gửi đủ.',
'Hồ sơ {mã hồ sơ} cần bổ sung giấy tờ.
Hãy gửi chậm nhất {hạn chót}.'),

('supplement-again', 'Quầy xin bổ sung thêm lần nữa',
'Chúng tôi xin lỗi vì phải hỏi thêm lần nữa.
Hồ sơ {mã hồ sơ} còn cần bổ sung giấy tờ.
Số giấy tờ cần gửi: {số giấy tờ}.
Hãy gửi chậm nhất {hạn chót}.
Từng giấy tờ, lý do và cách gửi có ngay trên trang này.',
'Chúng tôi xin lỗi vì phải hỏi thêm lần nữa.
Hồ sơ {mã hồ sơ} còn cần bổ sung giấy tờ.
Số giấy tờ cần gửi: {số giấy tờ}.
Hãy gửi chậm nhất {hạn chót}.

Từng giấy tờ và lý do có ghi trong hồ sơ và trong phiếu của quầy.
Bạn có thể chụp ảnh gửi trên điện thoại hoặc mang đến quầy.',
'Xin lỗi bạn, hồ sơ {mã hồ sơ} còn cần bổ sung giấy tờ.
Hãy gửi chậm nhất {hạn chót}.'),

('reply', 'Quầy đã trả lời bạn',
'{lời trả lời}
Cần hỏi thêm, bạn viết tiếp trong hồ sơ hoặc gọi {điện thoại}.',
'Quầy đã trả lời câu hỏi của bạn về hồ sơ {mã hồ sơ}.

Bạn hãy mở hồ sơ để đọc câu trả lời.',
'Quầy đã trả lời câu hỏi của bạn về hồ sơ {mã hồ sơ}.'),

('resume', 'Đã nhận đủ giấy tờ bổ sung',
'Hồ sơ {mã hồ sơ} đã đủ giấy tờ và đang được giải quyết tiếp.
Hẹn trả kết quả: {ngày hẹn trả}.
Bây giờ bạn chưa phải làm gì.',
'Hồ sơ {mã hồ sơ} đã đủ giấy tờ và đang được giải quyết tiếp.
Hẹn trả kết quả: {ngày hẹn trả}.

Bây giờ bạn chưa phải làm gì.',
'Hồ sơ {mã hồ sơ} đã đủ giấy tờ.
Hẹn trả kết quả: {ngày hẹn trả}.'),

('bill', 'Hồ sơ cần nộp tiền',
'Hồ sơ {mã hồ sơ} có khoản tiền phải nộp.
Số tiền: {số tiền}.
Hãy nộp chậm nhất {hạn chót}.
Chưa rõ cách nộp, bạn hãy gọi {điện thoại} hoặc hỏi tại quầy.
Chỉ nộp theo hướng dẫn của quầy. Đừng chuyển tiền cho người lạ.',
'Hồ sơ {mã hồ sơ} có khoản tiền phải nộp.
Số tiền: {số tiền}.
Hãy nộp chậm nhất {hạn chót}.

Chưa rõ cách nộp, bạn hãy gọi {điện thoại} hoặc hỏi tại quầy.
Thư này không có đường dẫn nộp tiền. Đừng chuyển tiền cho người lạ.',
'Hồ sơ {mã hồ sơ} có khoản tiền phải nộp.
Hãy nộp chậm nhất {hạn chót}.
Đừng chuyển tiền cho người lạ.'),

('paid', 'Đã nhận tiền của bạn',
'Quầy đã nhận tiền của hồ sơ {mã hồ sơ}, lúc {thời điểm}.
Hẹn trả kết quả: {ngày hẹn trả}.
Bây giờ bạn chưa phải làm gì.',
'Quầy đã nhận tiền của hồ sơ {mã hồ sơ}, lúc {thời điểm}.
Hẹn trả kết quả: {ngày hẹn trả}.

Bây giờ bạn chưa phải làm gì.',
'Quầy đã nhận tiền của hồ sơ {mã hồ sơ}.
Hẹn trả kết quả: {ngày hẹn trả}.'),

('extend', 'Xin lỗi bạn, kết quả sẽ chậm',
'Chúng tôi xin lỗi: hồ sơ {mã hồ sơ} chưa xong kịp như đã hẹn.
Lý do: {lý do}
Ngày hẹn cũ: {ngày hẹn cũ}.
Ngày hẹn mới: {ngày hẹn trả}.
Bạn không phải làm gì thêm.',
'Chúng tôi xin lỗi: hồ sơ {mã hồ sơ} chưa xong kịp như đã hẹn.
Ngày hẹn cũ: {ngày hẹn cũ}.
Ngày hẹn mới: {ngày hẹn trả}.

Lý do có ghi trong hồ sơ. Bạn không phải làm gì thêm.',
'Xin lỗi bạn, hồ sơ {mã hồ sơ} chưa xong kịp như đã hẹn.
Ngày hẹn mới: {ngày hẹn trả}.'),

('move-due', 'Ngày hẹn trả đã thay đổi',
'Lịch làm việc của cơ quan thay đổi, nên ngày hẹn của hồ sơ {mã hồ sơ} đổi theo.
Ngày hẹn cũ: {ngày hẹn cũ}.
Ngày hẹn mới: {ngày hẹn trả}.
Xin lỗi bạn vì sự bất tiện này. Bạn không phải làm gì thêm.',
'Lịch làm việc của cơ quan thay đổi, nên ngày hẹn của hồ sơ {mã hồ sơ} đổi theo.
Ngày hẹn cũ: {ngày hẹn cũ}.
Ngày hẹn mới: {ngày hẹn trả}.

Xin lỗi bạn vì sự bất tiện này. Bạn không phải làm gì thêm.',
'Ngày hẹn của hồ sơ {mã hồ sơ} đổi theo lịch làm việc.
Ngày hẹn mới: {ngày hẹn trả}.'),

('finish', 'Hồ sơ đã có kết quả',
'Hồ sơ {mã hồ sơ} đã có kết quả.
Kết quả có sớm hơn ngày hẹn {ngày hẹn cũ}.
{bản điện tử}
Mời bạn đến nhận trong giờ làm việc, tại {địa chỉ}.
Hãy mang giấy hẹn và căn cước. Người nhận thay mang thêm giấy ủy quyền.',
'Hồ sơ {mã hồ sơ} đã có kết quả.
Kết quả có sớm hơn ngày hẹn {ngày hẹn cũ}.
{bản điện tử}

Mời bạn đến nhận trong giờ làm việc, tại {địa chỉ}.
Hãy mang giấy hẹn và căn cước. Người nhận thay mang thêm giấy ủy quyền.',
'Hồ sơ {mã hồ sơ} đã có kết quả. Mời bạn mang giấy hẹn và căn cước đến quầy nhận, trong giờ làm việc.'),

('finish-post', 'Hồ sơ đã có kết quả',
'Hồ sơ {mã hồ sơ} đã có kết quả.
Kết quả có sớm hơn ngày hẹn {ngày hẹn cũ}.
{bản điện tử}
Quầy sẽ gửi qua bưu điện, đến: {nơi gửi đến}.
Gửi xong, chúng tôi báo bạn số bưu gửi. Tiền cước bạn trả cho bưu tá khi nhận.
Nếu còn phải nộp bản chính giấy tờ nào, bạn hãy gọi {điện thoại}.',
'Hồ sơ {mã hồ sơ} đã có kết quả.
Kết quả có sớm hơn ngày hẹn {ngày hẹn cũ}.
{bản điện tử}

Quầy sẽ gửi qua bưu điện, đến địa chỉ bạn đã đăng ký.
Gửi xong, chúng tôi báo bạn số bưu gửi. Tiền cước bạn trả cho bưu tá khi nhận.
Nếu còn phải nộp bản chính giấy tờ nào, bạn hãy gọi {điện thoại}.',
'Hồ sơ {mã hồ sơ} đã có kết quả. Quầy sẽ gửi qua bưu điện, đến địa chỉ bạn đã đăng ký.'),

('return', 'Kết quả đã được trao',
'Kết quả của hồ sơ {mã hồ sơ} đã được trao, lúc {thời điểm}.
Nếu bạn chưa nhận và không nhờ ai nhận thay, hãy gọi ngay {điện thoại}.',
'Kết quả của hồ sơ {mã hồ sơ} đã được trao, lúc {thời điểm}.

Nếu bạn chưa nhận và không nhờ ai nhận thay, hãy gọi ngay {điện thoại}.',
'Kết quả của hồ sơ {mã hồ sơ} đã được trao, lúc {thời điểm}. Chưa nhận thì gọi ngay cho quầy.'),

('post', 'Kết quả đã gửi qua bưu điện',
'Kết quả của hồ sơ {mã hồ sơ} đã gửi qua bưu điện, lúc {thời điểm}.
Đơn vị gửi: {đơn vị gửi}.
Số bưu gửi: {số bưu gửi}.
Gửi đến: {nơi gửi đến}.
Tiền cước bạn trả cho bưu tá khi nhận.
Lâu chưa thấy đến, bạn đọc số này cho bưu điện, hoặc gọi {điện thoại}.',
'Kết quả của hồ sơ {mã hồ sơ} đã gửi qua bưu điện, lúc {thời điểm}.
Số bưu gửi: {số bưu gửi}.

Tiền cước bạn trả cho bưu tá khi nhận.
Lâu chưa thấy đến, bạn đọc số này cho bưu điện, hoặc gọi {điện thoại}.',
'Kết quả của hồ sơ {mã hồ sơ} đã gửi qua bưu điện.
Số bưu gửi: {số bưu gửi}.'),

('correct', 'Kết quả đã được sửa',
'Kết quả của hồ sơ {mã hồ sơ} có chỗ cần sửa và đã có bản mới.
Số của bản mới: {số kết quả}.
Lý do: {lý do}
{bản điện tử}
Bản đã nhận, bạn đừng dùng nữa. Hãy gọi {điện thoại} để biết cách đổi bản mới.',
'Kết quả của hồ sơ {mã hồ sơ} có chỗ cần sửa và đã có bản mới.
{bản điện tử}

Bản đã nhận, bạn đừng dùng nữa. Hãy gọi {điện thoại} để biết cách đổi bản mới.',
'Kết quả của hồ sơ {mã hồ sơ} đã được sửa. Đừng dùng bản cũ, hãy gọi cho quầy để đổi.'),

('withdraw', 'Đã ghi nhận bạn xin rút hồ sơ',
'Quầy đã ghi nhận yêu cầu rút hồ sơ {mã hồ sơ}, lúc {thời điểm}.
Quầy sẽ xác nhận và trả lại bản chính đang giữ, nếu có.
Nếu không phải bạn xin rút, hãy gọi ngay {điện thoại}.',
'Quầy đã ghi nhận yêu cầu rút hồ sơ {mã hồ sơ}, lúc {thời điểm}.

Quầy sẽ xác nhận và trả lại bản chính đang giữ, nếu có.
Nếu không phải bạn xin rút, hãy gọi ngay {điện thoại}.',
'Quầy đã ghi nhận yêu cầu rút hồ sơ {mã hồ sơ}. Nếu không phải bạn xin rút, hãy gọi ngay cho quầy.'),

('stop', 'Hồ sơ đã được rút',
'Quầy xác nhận hồ sơ {mã hồ sơ} đã được rút, lúc {thời điểm}.
Quầy còn giữ bản chính nào của bạn, mời bạn đến nhận lại.
Khi cần, bạn nộp hồ sơ mới.',
'Quầy xác nhận hồ sơ {mã hồ sơ} đã được rút, lúc {thời điểm}.

Quầy còn giữ bản chính nào của bạn, mời bạn đến nhận lại.
Khi cần, bạn nộp hồ sơ mới.',
'Hồ sơ {mã hồ sơ} đã được rút. Quầy còn giữ bản chính nào, mời bạn đến nhận lại.'),

('halt', 'Hồ sơ dừng giải quyết',
'Rất tiếc, cơ quan dừng giải quyết hồ sơ {mã hồ sơ}.
Lý do: {lý do}
Mời bạn đến quầy nhận thông báo và bản chính đã nộp, nếu có.
Nếu chưa rõ hoặc không đồng ý, bạn hãy gọi {điện thoại}.',
'Rất tiếc, cơ quan dừng giải quyết hồ sơ {mã hồ sơ}, lúc {thời điểm}.

Lý do có ghi trong hồ sơ và trong thông báo.
Mời bạn đến quầy nhận thông báo và bản chính đã nộp, nếu có.
Nếu chưa rõ hoặc không đồng ý, bạn hãy gọi {điện thoại}.',
'Hồ sơ {mã hồ sơ} dừng giải quyết. Mời bạn đến quầy nhận thông báo.'),

('replace', 'Hồ sơ mới đã thay hồ sơ này',
'Hồ sơ {mã hồ sơ} đã được thay bằng hồ sơ bạn nộp lại.
Hồ sơ mới: {mã hồ sơ mới}.
Từ nay bạn theo dõi hồ sơ mới.',
'Hồ sơ {mã hồ sơ} đã được thay bằng hồ sơ bạn nộp lại.
Hồ sơ mới: {mã hồ sơ mới}.

Từ nay bạn theo dõi hồ sơ mới.',
'Hồ sơ {mã hồ sơ} đã được thay bằng hồ sơ bạn nộp lại.
Hồ sơ mới: {mã hồ sơ mới}.');

insert into app.notice_templates (kind, channel, version, subject, body)
select kind, 'app', 1, title, app from wording
union all
select kind, 'email', 1, title || ' ({mã hồ sơ})', 'Chào bạn,

' || mail || '

Xem hồ sơ: {nơi xem}.
Cần hỏi, xin gọi {điện thoại}.

{cơ quan}
{địa chỉ}

Thư này gửi tự động, xin đừng trả lời. Để giữ kín việc của bạn, thư chỉ ghi mã hồ sơ.'
from wording
union all
select kind, channel, 1, '', message || e'\nHỏi: {điện thoại}.' from wording, unnest(array['sms', 'zalo']) as channel;
drop table wording;
