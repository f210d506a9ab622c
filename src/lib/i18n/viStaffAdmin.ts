/** Every text of the pages where staff are invited and managed, and of the own account. */
export const viStaffAdmin = {
	roles: {
		receiver: 'Tiếp nhận và trả kết quả',
		officer: 'Giải quyết hồ sơ',
		approver: 'Ký kết quả',
		leader: 'Lãnh đạo',
		editor: 'Soạn thủ tục',
		admin: 'Quản trị'
	},
	roleHelp: {
		receiver: 'Xem mọi hồ sơ của cơ quan, nhận hồ sơ ở quầy và trả kết quả.',
		officer: 'Giải quyết hồ sơ của phòng mình.',
		approver: 'Ký và ghi kết quả hồ sơ của phòng mình.',
		leader: 'Xem mọi hồ sơ của cơ quan và danh sách nhân sự.',
		editor: 'Soạn và sửa thủ tục.',
		admin: 'Mời người, giao việc, khóa tài khoản. Không xem hồ sơ.'
	},

	list: {
		pageTitle: 'Nhân sự',
		title: 'Nhân sự của cơ quan',
		invite: 'Mời người mới',
		departments: 'Phòng chuyên môn',
		search: 'Tìm người',
		searchHelp: 'Họ tên, chức danh, phòng, việc hoặc tình trạng. Bấm / để vào ô này.',
		columns: {
			name: 'Họ và tên',
			title: 'Chức danh',
			department: 'Phòng',
			roles: 'Việc được giao',
			state: 'Tình trạng'
		},
		noDepartment: 'Không thuộc phòng',
		shown: (shown: number, all: number) =>
			shown === all ? `${all} người.` : `${shown} trong ${all} người.`,
		nobodyTitle: (text: string) => `Không thấy ai có “${text}”`,
		nobody: 'Thử viết ngắn hơn, ví dụ chỉ viết tên.',
		clear: 'Xóa ô tìm',
		failedTitle: 'Chưa tải được danh sách',
		failed: 'Máy chủ không trả lời. Kiểm tra mạng của máy này rồi thử lại.',
		deniedTitle: 'Trang này dành cho người quản trị',
		denied: 'Bạn cần xem hoặc sửa nhân sự? Hỏi người quản trị của cơ quan.'
	},

	states: {
		working: 'Đang làm việc',
		invited: (until: string) => `Đã mời, mã dùng được đến ${until}`,
		expired: 'Đã mời, mã hết hạn',
		suspended: 'Tạm khóa'
	},

	form: {
		errorsTitle: 'Xem lại trước khi lưu',
		fullName: 'Họ và tên',
		title: 'Chức danh',
		titleHelp: 'Ví dụ: Công chức tư pháp – hộ tịch',
		phone: 'Số điện thoại',
		department: 'Phòng',
		departmentEmpty: 'Không thuộc phòng nào',
		roles: 'Giao việc',
		rolesHelp: 'Chọn một hoặc nhiều việc.',
		ownRoles: 'Bạn không tự đổi việc của mình được. Nhờ người quản trị khác.',
		citizenId: 'Số căn cước của người này',
		citizenIdHelp:
			'Để không ai tự giải quyết hồ sơ của chính mình. Máy chủ chỉ giữ dấu đối chiếu, không giữ số.',
		citizenIdKnown: 'Máy chủ đã có số. Để trống nếu không đổi.',
		citizenIdForget: 'Xóa số căn cước đã ghi',
		nameMissing: 'Viết họ và tên, ít nhất 2 chữ.',
		phoneMalformed: 'Số điện thoại chưa đúng. Ví dụ: 0912 345 678',
		rolesMissing: 'Chọn ít nhất một việc.',
		departmentNeeded: 'Chọn phòng: người giải quyết và người ký phải thuộc một phòng.',
		citizenIdMalformed: 'Số căn cước có 12 chữ số. Xem lại số vừa viết.',
		save: 'Lưu thay đổi',
		busy: 'Đang lưu…',
		saved: 'Đã lưu thay đổi.'
	},

	invite: {
		pageTitle: 'Mời người mới',
		title: 'Mời người mới',
		lead: 'Người được mời tự đặt mật khẩu bằng mã mà trang này cấp.',
		submit: 'Mời và lấy mã',
		busy: 'Đang mời…',
		back: 'Về danh sách nhân sự',
		another: 'Mời thêm người'
	},

	code: {
		title: (name: string) => `Mã mời của ${name}`,
		once: 'Mã chỉ hiện một lần này. Chép lại hoặc in ra trước khi rời trang.',
		label: 'Mã mời',
		copy: 'Sao chép mã',
		copied: 'Đã sao chép.',
		copyFailed: 'Máy này không cho sao chép. Chọn mã rồi bấm Ctrl + C.',
		print: 'In tờ hướng dẫn',
		stepsTitle: 'Người được mời làm như sau:',
		steps: (address: string) => [
			`Mở trang ${address}`,
			'Gõ mã này.',
			'Viết email và đặt mật khẩu.'
		],
		until: (when: string) => `Mã dùng một lần, đến ${when}.`
	},

	person: {
		pageTitle: (name: string) => `${name} – Nhân sự`,
		details: 'Thông tin và việc được giao',
		email: 'Email đăng nhập',
		notFoundTitle: 'Không thấy người này',
		notFound: 'Người này không có trong danh sách của cơ quan.',
		account: 'Tài khoản',
		ownAccount: 'Đây là tài khoản của bạn. Nhờ người quản trị khác nếu cần khóa hoặc đổi việc.',
		suspend: 'Tạm khóa tài khoản',
		suspendTitle: (name: string) => `Tạm khóa ${name}?`,
		suspendBody: 'Người này không làm được gì nữa, kể cả trên trang đang mở. Bạn mở khóa lại được.',
		suspendReason: 'Lý do',
		suspendYes: 'Tạm khóa ngay',
		suspendBusy: 'Đang khóa…',
		suspended: 'Đã tạm khóa. Từ lúc này người đó không làm gì được nữa.',
		restore: 'Mở khóa',
		restoreBusy: 'Đang mở khóa…',
		restored: 'Đã mở khóa. Người này làm việc lại được ngay.',
		renew: 'Cấp mã mời mới',
		renewHelp: 'Dùng khi mã bị mất hoặc hết hạn. Mã cũ không dùng được nữa.',
		renewBusy: 'Đang cấp mã…',
		untie: 'Cấp lại tài khoản',
		untieHelp: 'Dùng khi người này quên mật khẩu, hoặc mật khẩu bị lộ.',
		untieTitle: (name: string) => `Cấp lại tài khoản cho ${name}?`,
		untieBody:
			'Tài khoản cũ bị xóa ngay, mật khẩu cũ không dùng được nữa. Bạn nhận một mã mời mới để đưa cho người này. Hồ sơ và việc đã làm vẫn còn nguyên.',
		untieYes: 'Xóa tài khoản cũ và lấy mã mới',
		untieBusy: 'Đang cấp lại…',
		cancel: 'Thôi, giữ nguyên',
		history: 'Những lần thay đổi',
		historyFailed: 'Chưa tải được. Đóng rồi mở lại mục này.',
		historyEmpty: 'Chưa có thay đổi nào được ghi.',
		by: (actor: string) => `Người làm: ${actor}`,
		reason: (reason: string) => `Lý do: ${reason}`
	},

	changes: {
		invite: 'Mời vào cơ quan',
		renew: 'Cấp mã mời mới',
		join: 'Nhận mã mời, bắt đầu làm việc',
		update: 'Sửa thông tin',
		suspend: 'Tạm khóa',
		restore: 'Mở khóa',
		untie: 'Cấp lại tài khoản'
	} as Record<string, string>,
	changed: {
		fullName: (from: string, to: string) => `Họ và tên: ${from} → ${to}`,
		title: (from: string, to: string) => `Chức danh: ${from} → ${to}`,
		phone: (from: string, to: string) => `Số điện thoại: ${from} → ${to}`,
		department: (from: string, to: string) => `Phòng: ${from} → ${to}`,
		roles: (from: string, to: string) => `Việc được giao: ${from} → ${to}`,
		citizenId: 'Đổi số căn cước',
		empty: '(trống)'
	},

	departments: {
		pageTitle: 'Phòng chuyên môn',
		title: 'Phòng chuyên môn',
		lead: 'Khi tiếp nhận, máy đề nghị phòng phụ trách lĩnh vực của thủ tục.',
		staff: (count: number) => (count === 0 ? 'Chưa có người' : `${count} người đang làm việc`),
		noFields: 'Chưa phụ trách lĩnh vực nào',
		edit: (name: string) => `Sửa phòng ${name}`,
		add: 'Thêm phòng',
		addTitle: 'Phòng mới',
		name: 'Tên phòng',
		fields: 'Lĩnh vực phụ trách',
		nameMissing: 'Viết tên phòng, ít nhất 3 chữ.',
		save: 'Lưu phòng',
		busy: 'Đang lưu…',
		saved: (name: string) => `Đã lưu phòng ${name}.`,
		cancel: 'Thôi, không lưu'
	},

	accept: {
		pageTitle: 'Nhận mã mời',
		title: 'Nhận mã mời',
		lead: 'Người quản trị của cơ quan đưa bạn một mã có 20 chữ và số.',
		code: 'Mã mời',
		codeHelp: 'Gõ chữ hoa hay thường, có gạch hay không đều được.',
		email: 'Email của bạn',
		emailHelp: 'Bạn dùng email này để đăng nhập.',
		password: 'Mật khẩu mới',
		passwordHelp: 'Ít nhất 10 ký tự. Một câu ngắn dễ nhớ là tốt.',
		repeat: 'Gõ lại mật khẩu',
		submit: 'Nhận mã và đăng nhập',
		busy: 'Đang nhận mã…',
		errorsTitle: 'Chưa nhận được mã',
		codeMissing: 'Gõ mã mời.',
		codeShort: 'Mã mời có 20 chữ và số. Xem lại mã vừa gõ.',
		signedInTitle: (name: string) => `Bạn đang đăng nhập là ${name}`,
		signedIn: 'Đăng xuất trước, rồi mở lại trang này để nhận mã cho người khác.',
		toSignIn: 'Tôi đã có tài khoản'
	},

	account: {
		pageTitle: 'Tài khoản của tôi',
		title: 'Tài khoản của tôi',
		name: 'Họ và tên',
		position: 'Chức danh',
		agency: 'Cơ quan',
		department: 'Phòng',
		roles: 'Việc được giao',
		email: 'Email đăng nhập',
		passwordTitle: 'Đổi mật khẩu',
		current: 'Mật khẩu đang dùng',
		next: 'Mật khẩu mới',
		repeat: 'Gõ lại mật khẩu mới',
		submit: 'Đổi mật khẩu',
		busy: 'Đang đổi…',
		errorsTitle: 'Chưa đổi được mật khẩu',
		currentMissing: 'Gõ mật khẩu đang dùng.',
		done: 'Đã đổi mật khẩu. Lần sau đăng nhập bằng mật khẩu mới. Các máy khác sẽ phải đăng nhập lại.',
		forgot: 'Quên mật khẩu đang dùng? Nhờ người quản trị của cơ quan cấp lại tài khoản.'
	},

	passwords: {
		short: 'Mật khẩu cần ít nhất 10 ký tự.',
		long: 'Mật khẩu dài quá. Viết ngắn lại, tối đa khoảng 70 ký tự không dấu.',
		email: 'Mật khẩu không được trùng với email.',
		same: 'Mật khẩu mới phải khác mật khẩu đang dùng.',
		different: 'Hai lần gõ mật khẩu chưa giống nhau.'
	},

	refusals: {
		title: 'Chưa ghi được',
		keys: {
			'version-stale': 'Có người vừa sửa trước bạn. Trang đã tải bản mới. Xem lại rồi lưu.',
			'last-admin': 'Cơ quan chỉ còn một người quản trị. Mời thêm người quản trị trước.',
			'own-account': 'Bạn không tự đổi việc, khóa hoặc cấp lại tài khoản của mình được.',
			'own-citizen-id': 'Bạn không tự đổi số căn cước của mình được. Nhờ người quản trị khác.',
			'action-id-used': 'Người này đã được mời ở lần bấm trước. Mở danh sách để cấp lại mã.',
			'already-joined': 'Người này đã nhận mã rồi. Tải lại trang để xem.',
			'not-joined': 'Người này chưa nhận mã. Cấp mã mời mới là đủ.',
			'staff-unknown': 'Không thấy người này trong cơ quan của bạn.',
			'department-unknown': 'Phòng đã chọn không còn nữa. Chọn phòng khác.',
			'department-exists': 'Đã có phòng tên này. Viết tên khác.',
			'field-unknown': 'Có lĩnh vực không còn nữa. Tải lại trang rồi chọn lại.',
			'role-missing': 'Việc này chỉ người quản trị làm được.',
			'not-staff': 'Tài khoản của bạn đã bị tạm khóa. Hỏi người quản trị của cơ quan.',
			'staff-suspended': 'Tài khoản này đang bị tạm khóa. Mở khóa trước.',
			'protocol-version': 'Trang này là bản cũ. Tải lại trang rồi làm tiếp.',
			'text-too-long': 'Có ô viết dài quá. Viết ngắn lại.'
		} as Record<string, string>,
		offline: 'Không liên lạc được với máy chủ. Kiểm tra mạng rồi bấm lại.',
		unauthorized: 'Phiên làm việc vừa hết. Đăng nhập lại rồi bấm lần nữa.',
		throttled: 'Bạn đã thử nhiều lần. Chờ một phút rồi thử lại.',
		unknown: 'Máy chủ đang gặp trục trặc. Chờ một lát rồi bấm lại.'
	},

	acceptRefusals: {
		'invitation-unknown': 'Mã này không đúng, đã dùng hoặc hết hạn. Xin người quản trị mã mới.',
		'invitation-used': 'Mã này đã có người dùng. Xin người quản trị mã mới.',
		'already-staff': 'Email này đã gắn với một cán bộ rồi. Bạn đăng nhập như thường.',
		'staff-suspended': 'Tài khoản này đang bị tạm khóa. Hỏi người quản trị của cơ quan.',
		'account-taken':
			'Email này đã có tài khoản với mật khẩu khác. Gõ đúng mật khẩu cũ, hoặc dùng email khác.',
		'confirm-mail': 'Mở thư vừa gửi tới email này và bấm xác nhận, rồi làm lại trang này.',
		'email-refused': 'Máy chủ không nhận email này. Xem lại email.',
		'password-weak': 'Mật khẩu này dễ đoán. Đặt mật khẩu khác.',
		'password-wrong': 'Mật khẩu đang dùng chưa đúng. Kiểm tra phím Caps Lock.',
		'password-same': 'Mật khẩu mới phải khác mật khẩu đang dùng.'
	} as Record<string, string>
};
